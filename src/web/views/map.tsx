import type { Incident } from '../../model/incident.ts'
import { hrefOf, queryOf } from '../address.ts'
import type { List } from '../answers.ts'
import { useAnswer } from '../api.ts'
import { LazyMap } from '../map/lazy.tsx'
import { FilterBar } from '../parts/filter-bar.tsx'
import { Link } from '../parts/link.tsx'
import { Answered } from '../parts/state.tsx'
import { Title } from '../parts/title.tsx'
import { address } from '../state.ts'
import { counted, grouped, PRECISION_WORDS } from '../words.ts'

/** The most incidents that the table by place is made of. */
const MOST = 1000

/** The map with, in words, the same by place. */
export const MapView = () => {
  const { filter } = address.value
  const answer = useAnswer<List<Incident>>(`/api/incidents?${queryOf(filter, { limit: MOST })}`)
  return (
    <>
      <Title name="Map" hidden />
      <FilterBar />
      <div class="bigMap">
        <LazyMap rows={answer.data?.rows ?? []} />
      </div>
      <MapNote />
      <section aria-labelledby="by-place">
        <h2 id="by-place">By place</h2>
        <Answered answer={answer}>{list => <ByPlace list={list} />}</Answered>
      </section>
    </>
  )
}

/** What the map's drawing means, and what its borders do not. */
const MapNote = () => (
  <div class="note mapNote">
    <p>
      Dots stand for places known as exact as a town, with how many incidents. What is told of a district, region or country only
      is drawn as a dashed circle as wide as that: it happened somewhere within, not in its middle.
    </p>
    <p>
      Borders are Natural Earth’s at 1:50 million, which show who holds the ground and not who has a right to it. It takes sides
      where states disagree: it gives Crimea to Russia and the Golan Heights to Israel, sets Western Sahara, Kosovo, Somaliland
      and Northern Cyprus apart, and divides Kashmir by the line of control. These borders are dashed here, and so are those of
      the West Bank and Gaza, between China and India, of Abyei and of the Halaib Triangle. Abkhazia, South Ossetia, Transnistria
      and lines of front are not drawn at all. None of this is a view of ours.
    </p>
  </div>
)

const ByPlace = ({ list: { rows, total } }: { list: List<Incident> }) => {
  const places = [...Map.groupBy(rows, r => (r.place ? `${r.place.name} ${r.place.lat}` : '')).values()]
    .map(all => ({ place: all[0].place, all, contested: all.filter(i => i.contested).length }))
    .sort((a, b) => b.all.length - a.all.length)
  return (
    <>
      {total > rows.length && (
        <p class="soft">
          Of the first {grouped(rows.length)} of {counted(total, 'incident')}.
        </p>
      )}
      <div class="wide" role="region" aria-label="Table of places" tabIndex={0}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Known to</th>
              <th scope="col" class="n">
                Incidents
              </th>
              <th scope="col" class="n">
                Accounts differ
              </th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ place, all, contested }) => (
              <tr key={place ? `${place.name} ${place.lat}` : ''}>
                <th scope="row">
                  {place ? (
                    <Link href={hrefOf({ view: 'incidents', filter: { ...address.value.filter, place: place.name } })} data-row>
                      {place.name}
                      {place.code && ` (${place.code})`}
                    </Link>
                  ) : (
                    'place not told'
                  )}
                </th>
                <td>
                  {!place
                    ? ''
                    : place.lat === null
                      ? 'not in the gazetteer'
                      : `${place.precision ? PRECISION_WORDS[place.precision] : ''}, ±${place.radius ?? '?'} km`}
                </td>
                <td class="n">{grouped(all.length)}</td>
                <td class="n">{grouped(contested)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
