import type { Claim } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'
import { type Mark, paragraphsOf, type Segment, segmentsOf } from '../segments.ts'

/** A claim with the id that links its words to its card. */
export interface Shown {
  readonly id: string
  readonly claim: Claim
}

/** A passage told before, with a sentence on where. */
export interface Passage extends Span {
  readonly why: string
}

type What =
  | { readonly kind: 'trigger'; readonly ids: readonly string[] }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'past'; readonly why: string }
  | { readonly kind: 'part'; readonly name: string }

interface MarkedTextProps {
  readonly text: string
  readonly shown: readonly Shown[]
  readonly passages: readonly Passage[]
  readonly active: string | null
  readonly activate: (id: string) => void
  /** Length of the headline at the start of the text, 0 for none; it stands above already and is repeated only where a claim is in it. */
  readonly headline: number
}

/** A text with the words of its claims marked: each leads to its claim; the words of the active claim are tinted by what they tell. */
export const MarkedText = ({ text, shown, passages, active, activate, headline }: MarkedTextProps) => {
  const pieces = segmentsOf(text, marksOf(shown, passages, active))
  const skipped = shown.some(s => s.claim.trigger.start < headline) ? 0 : headline
  const numbers = new Map(shown.map((s, i) => [s.id, i + 1]))
  return (
    <div class="text">
      {paragraphsOf(text)
        .filter(p => p.start >= skipped)
        .map(p => (
          <p key={p.start} class={p.start < headline ? 'headline' : ''}>
            {pieces
              .filter(s => s.end > p.start && s.start < p.end)
              .map(s => cut(s, p.start, p.end))
              .map(s => (
                <Piece key={s.start} piece={s} active={active} activate={activate} numbers={numbers} />
              ))}
          </p>
        ))}
    </div>
  )
}

const cut = (s: Segment<What>, start: number, end: number): Segment<What> => ({
  ...s,
  text: s.text.slice(Math.max(0, start - s.start), s.text.length - Math.max(0, s.end - end)),
})

const marksOf = (shown: readonly Shown[], passages: readonly Passage[], active: string | null): Mark<What>[] => {
  const triggers = Map.groupBy(shown, s => `${s.claim.trigger.start} ${s.claim.trigger.end}`)
  const claim = shown.find(s => s.id === active)?.claim
  return [
    ...passages.map(p => ({ ...p, what: { kind: 'past', why: p.why } as const })),
    ...shown.flatMap(s => s.claim.loaded.map(w => ({ ...w, what: { kind: 'loaded' } as const }))),
    ...[...triggers.values()].map(all => ({
      ...all[0].claim.trigger,
      what: { kind: 'trigger', ids: all.map(s => s.id) } as const,
    })),
    ...(claim ? partsOf(claim) : []),
  ]
}

const partsOf = (c: Claim): Mark<What>[] => {
  const part = (name: string, spans: readonly { readonly start: number; readonly end: number }[]): Mark<What>[] =>
    spans.map(({ start, end }) => ({ start, end, what: { kind: 'part', name } }))
  return [
    ...part('doer', c.actors),
    ...part('to whom', c.recipients),
    ...part('place', c.places),
    ...part('number', c.quantities),
    ...part('source', c.attribution),
    ...part(
      'cue',
      c.attribution.flatMap(l => l.cue ?? []),
    ),
    ...(c.date.start !== null && c.date.end !== null ? part('day', [{ start: c.date.start, end: c.date.end }]) : []),
  ]
}

interface PieceProps {
  readonly piece: Segment<What>
  readonly active: string | null
  readonly activate: (id: string) => void
  readonly numbers: ReadonlyMap<string, number>
}

const Piece = ({ piece, active, activate, numbers }: PieceProps) => {
  const part = piece.marks.find(m => m.kind === 'part')
  const past = piece.marks.find(m => m.kind === 'past')
  const trigger = piece.marks.find(m => m.kind === 'trigger')
  const classes = [
    part && `part part-${part.name.replace(' ', '-')}`,
    past && 'past',
    piece.marks.some(m => m.kind === 'loaded') && 'loaded',
  ]
  const look = classes.filter(Boolean).join(' ')
  const title = [part?.name, look.includes('loaded') && 'judging word of the source', past?.why].filter(Boolean).join('; ')
  if (!trigger)
    return look ? (
      <span class={look} title={title || undefined}>
        {piece.text}
      </span>
    ) : (
      piece.text
    )
  const here = active !== null && trigger.ids.includes(active)
  // Of several claims of one word, pointing again shows the next.
  const next = here ? trigger.ids[(trigger.ids.indexOf(active) + 1) % trigger.ids.length] : trigger.ids[0]
  return (
    <a
      id={`t-${trigger.ids[0]}`}
      href={`#c-${trigger.ids[0]}`}
      class={`trigger ${look} ${here ? 'active' : ''}`}
      title={title || undefined}
      aria-label={`${piece.text}: claim ${trigger.ids.map(id => numbers.get(id)).join(', ')}`}
      aria-current={here ? 'true' : undefined}
      onPointerEnter={event => event.pointerType === 'mouse' && !here && activate(trigger.ids[0])}
      onFocus={() => !here && activate(trigger.ids[0])}
      onClick={event => {
        event.preventDefault()
        activate(next)
      }}
    >
      {piece.text}
    </a>
  )
}
