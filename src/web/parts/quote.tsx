import type { LedgerClaim } from '../../model/ledger-claim.ts'
import { segmentsOf } from '../segments.ts'

/** The sentence of some claims with its judging words marked. */
export const Quote = ({ claims }: { claims: readonly LedgerClaim[] }) => {
  const { sentence } = claims[0]
  const marks = claims.flatMap(c =>
    c.loaded.map(w => ({ start: w.start - sentence.start, end: w.end - sentence.start, what: 'loaded' })),
  )
  return (
    <p>
      {segmentsOf(sentence.quote, marks).map(piece =>
        piece.marks.length ? (
          <mark key={piece.start} class="loaded" title="judging word of the source">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </p>
  )
}
