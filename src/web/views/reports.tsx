import type { ReportRow } from '../../model/stored-report.ts'
import { hrefOf, queryOf } from '../address.ts'
import type { Counts, List } from '../answers.ts'
import { useAnswer } from '../api.ts'
import { Downloads } from '../parts/downloads.tsx'
import { FilterBar } from '../parts/filter-bar.tsx'
import { Link } from '../parts/link.tsx'
import { Pager, PIECE } from '../parts/pager.tsx'
import { Answered } from '../parts/state.tsx'
import { Title } from '../parts/title.tsx'
import { address } from '../state.ts'
import { counted, grouped, shortDay, sizeWords } from '../words.ts'

const KINDS = { copy: 'copy of', update: 'update of', repeat: 'repeats' } as const

/** The reports of the ledger. */
export const Reports = () => {
  const { filter, offset } = address.value
  const answer = useAnswer<List<ReportRow>>(`/api/reports?${queryOf(filter, { limit: PIECE, offset })}`)
  const counts = useAnswer<Counts>('/api/counts').data
  return (
    <>
      <Title name="Reports" />
      {counts && (
        <p class="standfirst">
          {counted(counts.reports, 'report')}, {grouped(counts.copies)} of them copies, with {counted(counts.claims, 'claim')} of{' '}
          {counted(counts.incidents, 'incident')}; the ledger takes {sizeWords(counts.bytes)}.
          {counts.unsettled > 0 && ` ${counted(counts.unsettled, 'report')} are not yet joined into incidents.`}
        </p>
      )}
      <FilterBar />
      <Answered answer={answer}>
        {({ rows, total }) => (
          <>
            <p class="above">
              <strong>{counted(total, 'report')}</strong> <Downloads what="reports" />
            </p>
            <div class="wide" role="region" aria-label="Table of reports" tabIndex={0}>
              <table class="list">
                <thead>
                  <tr>
                    <th scope="col">Day</th>
                    <th scope="col">Headline</th>
                    <th scope="col">Outlet</th>
                    <th scope="col" class="n">
                      Claims
                    </th>
                    <th scope="col">Standing</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(r => (
                    <tr key={r.key}>
                      <td class="day">{r.published ? shortDay(r.published) : 'unknown'}</td>
                      <th scope="row">
                        <Link href={hrefOf({ view: 'report', key: r.key })} data-row>
                          {r.headline ?? r.id}
                        </Link>
                      </th>
                      <td>{r.outlet ?? <span class="soft">unknown</span>}</td>
                      <td class="n">{r.claims}</td>
                      <td>
                        {r.like && (
                          <>
                            {KINDS[r.like.kind]}{' '}
                            <Link href={hrefOf({ view: 'report', key: r.like.of.key })}>
                              {r.like.of.outlet ?? 'outlet unknown'}
                              {r.like.of.published && `, ${shortDay(r.like.of.published)}`}
                            </Link>
                          </>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {rows.length === 0 && (
              <p class="empty">
                No reports. <Link href="/add">Add some</Link>
              </p>
            )}
            <Pager total={total} shown={rows.length} />
          </>
        )}
      </Answered>
    </>
  )
}
