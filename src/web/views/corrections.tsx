import { hrefOf, queryOf } from '../address.ts'
import type { ClaimAnswer, Correction, List } from '../answers.ts'
import { uncorrect, useAnswer } from '../api.ts'
import { claimWords } from '../parts/claim-line.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { Link } from '../parts/link.tsx'
import { Pager, PIECE } from '../parts/pager.tsx'
import { Quote } from '../parts/quote.tsx'
import { Answered } from '../parts/state.tsx'
import { Title } from '../parts/title.tsx'
import { address, notice, revision } from '../state.ts'
import { counted, shortDay } from '../words.ts'

/** What people said of claims; each can be undone. */
export const Corrections = () => {
  const { offset } = address.value
  const answer = useAnswer<List<Correction>>(`/api/corrections?${queryOf({}, { limit: PIECE, offset })}`)
  return (
    <>
      <Title name="Corrections" />
      <p class="standfirst">
        What people said of single claims. A correction is never deleted: undone, it stays on record. What was said of two claims
        stands with their incident.
      </p>
      <Answered answer={answer}>
        {({ rows, total }) => (
          <>
            <p class="above">
              <strong>{counted(total, 'correction')}</strong> <Downloads what="corrections" filtered={false} />
            </p>
            {rows.length === 0 && <p class="empty">Nothing has been corrected. Open an incident or a report to do so.</p>}
            <ul class="corrections">
              {rows.map(row => (
                <Row key={row.id} row={row} />
              ))}
            </ul>
            <Pager total={total} shown={rows.length} />
          </>
        )}
      </Answered>
    </>
  )
}

const Row = ({ row }: { row: Correction }) => {
  const { data } = useAnswer<ClaimAnswer>(`/api/claims/${row.claim}`)
  const undo = async () => {
    notice.value = await uncorrect(row.id).then(
      () => ({ words: 'Undone.', undo: null }),
      error => ({ words: error.message, undo: null }),
    )
    revision.value++
  }
  return (
    <li class={row.undone ? 'row undone' : 'row'} data-within>
      <p>
        <strong>{row.verdict === 'wrong' ? 'No claim' : `Mended: ${Object.keys(row.changes).join(', ')}`}</strong>
        {' by '}
        {row.by}, {shortDay(row.at.slice(0, 10))}
        {row.undone && <span> · undone {shortDay(row.undone.slice(0, 10))}</span>}
      </p>
      {row.note && <p class="note">{row.note}</p>}
      {data && (
        <>
          <blockquote>
            <Quote claims={[data.claim]} />
          </blockquote>
          <p class="chain">
            {claimWords(data.claim)} ·{' '}
            <Link href={`${hrefOf({ view: 'report', key: data.claim.report.key })}#c-${row.claim}`} data-row>
              {data.claim.report.outlet ?? 'outlet unknown'}
            </Link>
          </p>
        </>
      )}
      {!row.undone && (
        <button type="button" onClick={undo}>
          Undo<span class="unseen"> correction {row.id}</span>
        </button>
      )}
    </li>
  )
}
