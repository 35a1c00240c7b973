import type { Incident } from '../../model/incident.ts'
import { hrefOf } from '../address.ts'
import { counted, kindWords, rangeWords, shortDay } from '../words.ts'
import { Link } from './link.tsx'
import { WhoToWhom } from './party.tsx'

/** One incident in a list. `near` is told of the incident that is pointed at, or null. */
export const IncidentRow = ({ incident, near }: { incident: Incident; near?: (id: string | null) => void }) => {
  const { id, type, mode, status, from, to, place, title, actors, recipients, contested, background, figures } = incident
  return (
    <li class={background ? 'row aged' : 'row'} onPointerEnter={() => near?.(id)} onPointerLeave={() => near?.(null)}>
      <p class="when">
        {from ? <time dateTime={from}>{shortDay(from)}</time> : <span class="soft">day not told</span>}
        {from && to && to !== from && <span class="soft"> to {shortDay(to)}</span>}
      </p>
      <div class="what">
        <h2>
          <Link href={hrefOf({ view: 'incident', key: id })} data-row onFocus={() => near?.(id)}>
            {title}
          </Link>
        </h2>
        <p class="meta">
          <span class="place">{place ? `${place.name}${place.code ? ` (${place.code})` : ''}` : 'place not told'}</span>
          <span>{kindWords(type, mode)}</span>
          <WhoToWhom actors={actors} recipients={recipients} />
        </p>
      </div>
      <p class="counts">
        {contested && <b class="differ">accounts differ</b>}
        {status === 'planned' && <span>planned or demanded</span>}
        {background && <span>background</span>}
        {figures.map(f => (
          <span key={f.measure}>
            {rangeWords(f.low, f.high)} {f.measure}
          </span>
        ))}
        <span class="soft">
          {incident.claims === 1
            ? '1 claim'
            : `${counted(incident.claims, 'claim')} of ${counted(incident.sources, 'source')}, ${counted(incident.tellers, 'party', 'parties')}`}
        </span>
      </p>
    </li>
  )
}
