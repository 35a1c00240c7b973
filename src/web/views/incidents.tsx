import { useEffect, useState } from 'preact/hooks'
import type { Incident } from '../../model/incident.ts'
import { hrefOf, queryOf } from '../address.ts'
import type { List } from '../answers.ts'
import { useAnswer } from '../api.ts'
import { LazyMap } from '../map/lazy.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { FilterBar } from '../parts/filter-bar.tsx'
import { IncidentRow } from '../parts/incident-row.tsx'
import { Link } from '../parts/link.tsx'
import { Pager, PIECE } from '../parts/pager.tsx'
import { Publish } from '../parts/publish.tsx'
import { Answered } from '../parts/state.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { Title } from '../parts/title.tsx'
import { address, spoken } from '../state.ts'
import { counted } from '../words.ts'

const WIDE = matchMedia('(min-width: 60rem)')

/** The list of incidents with timeline and map, all narrowed by the same filter. */
export const Incidents = () => {
  const { filter, offset } = address.value
  const answer = useAnswer<List<Incident>>(`/api/incidents?${queryOf(filter, { limit: PIECE, offset })}`)
  const [map, setMap] = useState(WIDE.matches)
  const [near, setNear] = useState<string | null>(null)
  const total = answer.data?.total
  useEffect(() => {
    if (total !== undefined) spoken.value = counted(total, 'incident')
  }, [total, filter])
  return (
    <>
      <Title name="Incidents" hidden />
      <FilterBar />
      <Timeline />
      <div class={map ? 'split' : ''}>
        <section aria-label="List of incidents" class="listing">
          <div class="above">
            <strong>{total === undefined ? ' ' : counted(total, 'incident')}</strong>
            <Downloads what="incidents" />
            <Publish />
            <button type="button" class="plain" aria-pressed={map} onClick={() => setMap(!map)}>
              {map ? 'Without map' : 'With map'}
            </button>
          </div>
          <Answered answer={answer}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 && <Nothing />}
                <ol class="rows" start={offset + 1}>
                  {rows.map(row => (
                    <IncidentRow key={row.id} incident={row} near={setNear} />
                  ))}
                </ol>
                <Pager total={total} shown={rows.length} />
              </>
            )}
          </Answered>
        </section>
        {map && (
          <aside aria-label="Map of these incidents" class="beside">
            <LazyMap near={near} rows={answer.data?.rows ?? []} />
          </aside>
        )}
      </div>
    </>
  )
}

const Nothing = () =>
  Object.keys(address.value.filter).length ? (
    <p class="empty">
      Nothing is told of that. <Link href={hrefOf({ view: 'incidents' })}>Take off the filter</Link>
    </p>
  ) : (
    <p class="empty">
      This ledger holds no incidents yet. <Link href="/add">Add reports</Link>
    </p>
  )
