import { useEffect, useRef, useState } from 'preact/hooks'
import type { Incident } from '../../model/incident.ts'
import { hrefOf, narrowed, queryOf } from '../address.ts'
import type { PlacePoint, PlacesAnswer } from '../answers.ts'
import { LATER, useAnswer } from '../api.ts'
import { Link } from '../parts/link.tsx'
import { address, go, isDark } from '../state.ts'
import { counted, grouped, PRECISION_WORDS, shortDay } from '../words.ts'
import type { Atlas } from './atlas.ts'

interface LazyMapProps {
  /** Id of the incident that is pointed at elsewhere. */
  readonly near?: string | null
  /** Incidents whose places are named on the map. */
  readonly rows?: readonly Incident[]
}

/** How many incidents of a spot are listed at once. */
const LISTED = 40

/** The map, fetched when it is first shown; it draws the incidents that the filter leaves. */
export const LazyMap = ({ near = null, rows = [] }: LazyMapProps) => {
  const { filter } = address.value
  const { data, error } = useAnswer<PlacesAnswer>(`/api/places?${queryOf(filter)}`, 2 * LATER)
  const box = useRef<HTMLDivElement>(null)
  const [atlas, setAtlas] = useState<Atlas | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [picked, setPicked] = useState<readonly PlacePoint[]>([])
  const [follow, setFollow] = useState(false)
  const following = useRef(false)
  following.current = follow
  const dark = isDark()
  useEffect(() => {
    let gone = false
    let made: Atlas | null = null
    import('./atlas.ts')
      .then(({ atlasIn }) =>
        atlasIn(box.current!, {
          pick: setPicked,
          moved: section => {
            if (following.current)
              go(hrefOf({ ...address.value, filter: narrowed(address.value.filter, { box: section }), offset: 0 }), true)
          },
        }),
      )
      .then(atlas => {
        made = atlas
        if (gone) atlas.remove()
        else setAtlas(atlas)
      })
      .catch(error => setTrouble(`The map cannot be drawn here (${error.message}). The list says the same.`))
    return () => {
      gone = true
      made?.remove()
    }
  }, [])
  useEffect(() => atlas?.dark(dark), [atlas, dark])
  useEffect(() => {
    if (data) atlas?.show(data.points, !following.current)
    setPicked([])
  }, [atlas, data])
  useEffect(() => atlas?.names(rows), [atlas, rows])
  useEffect(() => atlas?.point(near), [atlas, near])
  return (
    <div class="mapBox">
      {trouble || error ? (
        <p class="trouble" role="alert">
          {trouble ?? error}
        </p>
      ) : (
        <div class="map" ref={box} />
      )}
      <div class="mapFoot">
        <label class="check">
          <input
            type="checkbox"
            checked={follow}
            onChange={event => {
              const on = event.currentTarget.checked
              setFollow(on)
              go(hrefOf({ ...address.value, filter: narrowed(filter, { box: on ? atlas?.section() : undefined }), offset: 0 }))
            }}
          />
          Narrow to what the map shows
        </label>
        {data && data.unplaced > 0 && <span class="soft">{counted(data.unplaced, 'incident')} without a place on a map</span>}
        {data && data.total > data.points.length + data.unplaced && (
          <span class="soft">the first {grouped(data.points.length + data.unplaced)} are drawn</span>
        )}
      </div>
      {picked.length > 0 && (
        <section class="spot" aria-label="Incidents at this spot" aria-live="polite">
          <p class="soft">
            {counted(picked.length, 'incident')}, {picked[0][4] ? PRECISION_WORDS[picked[0][4]] : 'place'}
            {picked[0][3] ? `, ±${picked[0][3]} km` : ''}
          </p>
          <ul>
            {picked.slice(0, LISTED).map(([id, , , , , , from, contested, title]) => (
              <li key={id}>
                <Link href={hrefOf({ view: 'incident', key: id })}>{title}</Link>{' '}
                <span class="soft">
                  {from ? shortDay(from) : 'day not told'}
                  {contested && ', accounts differ'}
                </span>
              </li>
            ))}
          </ul>
          {picked.length > LISTED && <p class="soft">and {grouped(picked.length - LISTED)} more: narrow the filter.</p>}
        </section>
      )}
    </div>
  )
}
