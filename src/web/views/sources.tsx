import type { SourceRow } from '../../model/stored-report.ts'
import { hrefOf, queryOf } from '../address.ts'
import type { List } from '../answers.ts'
import { useAnswer } from '../api.ts'
import { Downloads } from '../parts/downloads.tsx'
import { FilterBar } from '../parts/filter-bar.tsx'
import { Link } from '../parts/link.tsx'
import { Pager, PIECE } from '../parts/pager.tsx'
import { Party } from '../parts/party.tsx'
import { Answered } from '../parts/state.tsx'
import { Title } from '../parts/title.tsx'
import { address } from '../state.ts'
import { counted, grouped } from '../words.ts'

/** Who asserts, over all reports. */
export const Sources = () => {
  const { filter, offset } = address.value
  const answer = useAnswer<List<SourceRow>>(`/api/sources?${queryOf(filter, { limit: PIECE, offset })}`)
  return (
    <>
      <Title name="Sources" />
      <p class="standfirst">Whoever asserts something in the reports; the outlet itself where it speaks in its own voice.</p>
      <FilterBar />
      <Answered answer={answer}>
        {({ rows, total }) => (
          <>
            <p class="above">
              <strong>{counted(total, 'source')}</strong> <Downloads what="sources" />
            </p>
            <div class="wide" role="region" aria-label="Table of sources" tabIndex={0}>
              <table class="list">
                <thead>
                  <tr>
                    <th scope="col">Source</th>
                    <th scope="col">Party</th>
                    <th scope="col" class="n">
                      Claims
                    </th>
                    <th scope="col" class="n">
                      Denials
                    </th>
                    <th scope="col" class="n">
                      Reports
                    </th>
                    <th scope="col" class="n">
                      Incidents
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(r => (
                    <tr key={`${r.party} ${r.name}`}>
                      <th scope="row">
                        <Link href={hrefOf({ view: 'incidents', filter: { source: r.name } })} data-row>
                          {r.name}
                        </Link>
                      </th>
                      <td>{r.party.startsWith('outlet: ') ? <span class="soft">outlet</span> : <Party party={r.party} />}</td>
                      <td class="n">{grouped(r.claims)}</td>
                      <td class="n">{grouped(r.denials)}</td>
                      <td class="n">{grouped(r.reports)}</td>
                      <td class="n">{grouped(r.incidents)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {rows.length === 0 && <p class="empty">No sources.</p>}
            <Pager total={total} shown={rows.length} />
          </>
        )}
      </Answered>
    </>
  )
}
