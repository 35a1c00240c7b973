import type { Account } from '../../model/account.ts'
import type { LedgerClaim } from '../../model/ledger-claim.ts'
import { hrefOf } from '../address.ts'
import { doubtsOf } from '../doubts.ts'
import { tintOf } from '../parties.ts'
import { type Telling, tellingsOf } from '../tellings.ts'
import { counted, STANCE_WORDS, shortDay, spanWords } from '../words.ts'
import { claimWords } from './claim-line.tsx'
import { ClaimTools } from './claim-tools.tsx'
import { Link } from './link.tsx'
import { Party } from './party.tsx'
import { Quote } from './quote.tsx'

interface AccountProps {
  readonly account: Account
  readonly claims: readonly LedgerClaim[]
  readonly besideOf: (claim: LedgerClaim) => string | null
}

/** How many quotes stand open; the rest unfold. */
const OPEN = 4

/** What one party says of an incident. */
export const AccountColumn = ({ account, claims, besideOf }: AccountProps) => {
  const tellings = tellingsOf(account, claims)
  const rest = tellings.slice(OPEN)
  const quoted = (list: readonly Telling[]) =>
    list.map(t => <Sentence key={`${t.claims[0].report.key} ${t.claims[0].sentence.start}`} telling={t} besideOf={besideOf} />)
  return (
    <section class={`account ${tintOf(account.party)}`} aria-labelledby={`account-${slug(account.party)}`}>
      <h3 id={`account-${slug(account.party)}`}>{account.name}</h3>
      <ul class="stances">
        {account.stances.map(s => (
          <li key={s} class={s === 'asserts' ? 'asserts' : s === 'denies' ? 'denies' : 'other'}>
            {STANCE_WORDS[s]}
          </li>
        ))}
        {account.admits && <li class="admits">tells of its own act or loss</li>}
      </ul>
      <Facts account={account} />
      {quoted(tellings.slice(0, OPEN))}
      {rest.length > 0 && (
        <details class="further">
          <summary>{counted(rest.length, 'more sentence')}</summary>
          {quoted(rest)}
        </details>
      )}
    </section>
  )
}

const slug = (party: string): string => party.replace(/[^\p{L}\p{N}]+/gu, '-')

/** Doers always; days and places where they differ from what others say. */
const Facts = ({ account: { doers, days, places, stances } }: { account: Account }) => {
  const facts = [
    ...(doers.length ? [['Doer', doers.map(d => <Party key={d} party={d} />)] as const] : []),
    ...(stances.includes('other day') ? [['Day', days.map(([a, b]) => spanWords(a, b)).join('; ')] as const] : []),
    ...(places.length && stances.includes('other place') ? [['Place', places.join(', ')] as const] : []),
  ]
  if (!facts.length) return null
  return (
    <dl class="facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Sentence = ({ telling, besideOf }: { telling: Telling; besideOf: AccountProps['besideOf'] }) => {
  const { claims, copies } = telling
  const [first] = claims
  const doubts = [...new Set(claims.flatMap(doubtsOf))]
  return (
    <div class="telling" data-within>
      <blockquote>
        <Quote claims={claims} />
      </blockquote>
      <Chain telling={telling} />
      {(doubts.length > 0 || first.firstTold || claims.some(c => c.mended.length)) && (
        <ul class="doubts">
          {doubts.map(d => (
            <li key={d}>{d}</li>
          ))}
          {first.firstTold && (
            <li>
              told before:{' '}
              <Link href={hrefOf({ view: 'report', key: first.firstTold.key })}>
                {first.firstTold.outlet ?? 'outlet unknown'}
                {first.firstTold.published && `, ${shortDay(first.firstTold.published)}`}
              </Link>
            </li>
          )}
          {claims.some(c => c.mended.length) && <li>mended by hand</li>}
        </ul>
      )}
      {copies.length > 0 && <Copies copies={copies} />}
      <details class="read">
        <summary>{counted(claims.length, 'claim')}</summary>
        <ul>
          {claims.map(claim => (
            <li key={claim.key} data-claim>
              <span>{claimWords(claim)}</span> <ClaimTools claim={claim} beside={besideOf(claim)} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** Who says it, from the innermost source to the outlet, with a link to the words in the report. */
const Chain = ({ telling: { claims, chain } }: { telling: Telling }) => {
  const [{ report, key, background }] = claims
  const inner = chain.slice(0, -1)
  return (
    <p class="chain">
      {inner.map((link, i) => (
        <span key={`${link.name} ${i}`}>
          <span class="link" title={link.cue ? `“${link.cue}”` : undefined}>
            {link.name}
            {link.via && ` via ${link.via}`}
          </span>
          <span aria-hidden="true"> › </span>
          <span class="unseen"> as told by </span>
        </span>
      ))}
      <Link href={`${hrefOf({ view: 'report', key: report.key })}#c-${key}`} data-row>
        {report.outlet ?? 'outlet unknown'}
        {report.published ? `, ${shortDay(report.published)}` : ', day unknown'}
      </Link>
      {background && ' · background'}
    </p>
  )
}

const Copies = ({ copies }: { copies: readonly LedgerClaim[] }) => (
  <details class="copies">
    <summary>Also printed by {counted(new Set(copies.map(c => c.report.outlet)).size, 'outlet')}</summary>
    <ul>
      {copies.map(c => (
        <li key={c.key}>
          <Link href={`${hrefOf({ view: 'report', key: c.report.key })}#c-${c.key}`}>
            {c.report.outlet ?? 'outlet unknown'}
            {c.report.published && `, ${shortDay(c.report.published)}`}
          </Link>
        </li>
      ))}
    </ul>
  </details>
)
