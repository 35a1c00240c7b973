import type { ComponentChildren } from 'preact'
import type { AttributionLink, Claim, Participant, Place } from '../../model/claim.ts'
import { doubtsOf } from '../doubts.ts'
import { kindWords, rangeWords, spanWords } from '../words.ts'

interface ClaimCardProps {
  readonly id: string
  readonly number: number
  readonly claim: Claim
  readonly outlet: string | null
  readonly active: boolean
  readonly activate: (id: string) => void
  readonly children?: ComponentChildren
}

/** A claim with all of its values, and how each was read. */
export const ClaimCard = ({ id, number, claim, outlet, active, activate, children }: ClaimCardProps) => {
  const doubts = doubtsOf(claim)
  return (
    <li
      id={`c-${id}`}
      class={active ? 'card active' : 'card'}
      data-within
      data-claim
      onPointerEnter={event => event.pointerType === 'mouse' && activate(id)}
      onFocusIn={() => activate(id)}
    >
      <h3>
        <a
          href={`#t-${id}`}
          data-row
          aria-current={active ? 'true' : undefined}
          onClick={event => {
            event.preventDefault()
            activate(id)
            document.querySelector<HTMLElement>('.trigger.active')?.scrollIntoView({ block: 'center' })
          }}
        >
          <span class="number">{number}</span> {kindWords(claim.type, claim.mode)}: <q>{claim.trigger.quote}</q>
        </a>
      </h3>
      <dl>
        <Value name="doer" list={claim.actors.map(who)} />
        <Value name="to whom" list={claim.recipients.map(who)} />
        <Value name="place" list={claim.places.map(where)} />
        <Value name="day" list={claim.date.how === 'unknown' ? [] : [spanWords(claim.date.from, claim.date.to)]} />
        <Value name="number" list={claim.quantities.map(q => `${rangeWords(q.low, q.high)} ${q.measure}`)} />
        <Value name="source" list={[...[...claim.attribution].reverse().map(link), outlet ?? 'outlet unknown']} />
      </dl>
      {doubts.length > 0 && (
        <ul class="doubts">
          {doubts.map(d => (
            <li key={d}>{d}</li>
          ))}
        </ul>
      )}
      <details class="trail">
        <summary>
          How it was read<span class="unseen">, claim {number}</span>
        </summary>
        <dl>
          {Object.entries(claim.trail)
            .filter(([, rules]) => rules)
            .map(([field, rules]) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>{rules}</dd>
              </div>
            ))}
        </dl>
      </details>
      {children}
    </li>
  )
}

const who = ({ quote, code, sector }: Participant): string => `${quote} (${[code, sector].filter(Boolean).join(' ')})`
const link = (l: AttributionLink): string => (l.via ? `${l.quote} via ${l.via}` : l.quote)
const where = ({ name, code, lat, lon, precision, radius }: Place): string =>
  lat === null
    ? `${name}, not in the gazetteer`
    : `${name}${code ? ` (${code})` : ''}, ${precision ?? '?'} ±${radius ?? '?'} km at ${lat.toFixed(2)}, ${lon?.toFixed(2)}`

const Value = ({ name, list }: { name: string; list: readonly string[] }) =>
  list.length ? (
    <div class={`part-${name.replace(' ', '-')}`}>
      <dt>{name}</dt>
      <dd>{name === 'source' ? list.join(' › ') : list.join('; ')}</dd>
    </div>
  ) : null
