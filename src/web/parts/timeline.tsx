import { useRef, useState } from 'preact/hooks'
import { hrefOf, narrowed, queryOf } from '../address.ts'
import type { TimelineAnswer } from '../answers.ts'
import { LATER, useAnswer } from '../api.ts'
import { type Bar, stretchesOf } from '../days.ts'
import { address, go } from '../state.ts'
import { counted, shortDay, spanWords } from '../words.ts'

/** About how many bars there is room for. */
const BARS = 140
const [WIDTH, HEIGHT, GAP] = [1000, 60, 26]

interface Drawn extends Bar {
  readonly x: number
  readonly width: number
}

/** The days of the incidents as bars. Dragging over some narrows to them; the days' fields do the same for the keyboard. */
export const Timeline = () => {
  const { filter } = address.value
  const { data } = useAnswer<TimelineAnswer>(`/api/timeline?${queryOf(filter)}`, LATER)
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  const plot = useRef<SVGSVGElement>(null)
  if (!data) return <div class="timeline wait" aria-busy="true" />
  const { unit, stretches } = stretchesOf(data.days, BARS)
  const n = stretches.reduce((sum, s) => sum + s.bars.length, 0)
  const step = n ? Math.min((WIDTH - GAP * (stretches.length - 1)) / n, 40) : 0
  const most = Math.max(1, ...data.days.map(d => d.incidents), ...stretches.flatMap(s => s.bars.map(b => b.incidents)))
  let x = 0
  const starts: number[] = []
  const bars: Drawn[] = stretches.flatMap((stretch, i) => {
    if (i) x += GAP
    starts.push(x)
    return stretch.bars.map(bar => {
      const drawn = { ...bar, x, width: step }
      x += step
      return drawn
    })
  })
  const end = x
  const at = (event: PointerEvent): number => {
    const box = plot.current!.getBoundingClientRect()
    return ((event.clientX - box.left) / box.width) * WIDTH
  }
  const barAt = (where: number): Drawn =>
    bars.reduce((best, b) => (Math.abs(b.x + b.width / 2 - where) < Math.abs(best.x + best.width / 2 - where) ? b : best))
  const release = () => {
    if (!drag || !bars.length) return
    const [first, last] = [barAt(Math.min(...drag)), barAt(Math.max(...drag))]
    setDrag(null)
    go(hrefOf({ ...address.value, filter: narrowed(filter, { from: first.from, to: last.to }), offset: 0 }))
  }
  const span = data.days.length ? `${shortDay(data.days[0].day)} to ${shortDay(data.days.at(-1)!.day)}` : 'no days'
  const contested = data.days.reduce((sum, d) => sum + d.contested, 0)
  return (
    <figure class="timeline">
      <figcaption>
        <span>
          Incidents per {unit}
          {unit === 'week' && ' (from Monday)'}; drag to narrow
        </span>
        <span class="legend">
          <i class="key" aria-hidden="true" /> told alike <i class="key contested" aria-hidden="true" /> accounts differ
          {data.undated > 0 && <> · {counted(data.undated, 'incident')} without a day</>}
        </span>
      </figcaption>
      {bars.length > 0 && (
        <>
          <svg
            ref={plot}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={`Timeline, ${span}: ${counted(
              data.days.reduce((s, d) => s + d.incidents, 0),
              'incident',
            )}, ${contested} of them told differently.`}
            onPointerDown={event => {
              plot.current?.setPointerCapture(event.pointerId)
              setDrag([at(event), at(event)])
            }}
            onPointerMove={event => drag && setDrag([drag[0], at(event)])}
            onPointerUp={release}
            onPointerCancel={() => setDrag(null)}
          >
            {bars.map(b => {
              const tall = (count: number) => (count ? Math.max(2, (count / most) * (HEIGHT - 4)) : 0)
              const air = Math.min(1.5, b.width / 4)
              return (
                <g key={b.from}>
                  <title>{`${b.from === b.to ? shortDay(b.from) : spanWords(b.from, b.to)}: ${b.incidents}`}</title>
                  <rect x={b.x} y={0} width={b.width} height={HEIGHT} class="hit" />
                  <rect x={b.x} y={HEIGHT - tall(b.incidents)} width={b.width - air} height={tall(b.incidents)} class="bar" />
                  <rect
                    x={b.x}
                    y={HEIGHT - tall(b.contested)}
                    width={b.width - air}
                    height={tall(b.contested)}
                    class="bar contested"
                  />
                </g>
              )
            })}
            <path
              class="ground"
              d={starts.map((s, i) => `M${s} ${HEIGHT - 0.5}H${i + 1 < starts.length ? starts[i + 1] - GAP : end}`).join('')}
            />
            {drag && <rect class="brush" x={Math.min(...drag)} width={Math.abs(drag[1] - drag[0])} y={0} height={HEIGHT} />}
          </svg>
          <div class="axis" aria-hidden="true">
            {axisOf(starts, end, bars).map(mark => (
              <span key={mark.day} style={{ left: `${(mark.x / WIDTH) * 100}%` }} class={mark.last ? 'last' : ''}>
                {mark.day}
              </span>
            ))}
            {starts.slice(1).map(s => (
              <b key={s} style={{ left: `${((s - GAP / 2) / WIDTH) * 100}%` }}>
                ⋯
              </b>
            ))}
          </div>
          <details class="asTable">
            <summary>As a table</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  <th scope="col" class="n">
                    Incidents
                  </th>
                  <th scope="col" class="n">
                    Accounts differ
                  </th>
                </tr>
              </thead>
              <tbody>
                {bars
                  .filter(b => b.incidents)
                  .map(b => (
                    <tr key={b.from}>
                      <th scope="row">{spanWords(b.from, b.to)}</th>
                      <td class="n">{b.incidents}</td>
                      <td class="n">{b.contested}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </figure>
  )
}

/** Days to write under the bars: the first of each stretch, as far as there is room, and the last. */
const axisOf = (starts: readonly number[], end: number, bars: readonly Drawn[]): { x: number; day: string; last: boolean }[] => {
  const marks = starts.map(x => ({ x, day: shortDay(bars.find(b => b.x === x)!.from), last: false }))
  const spaced = marks.filter((m, i) => i === marks.length - 1 || marks[i + 1].x - m.x > 110)
  const last = spaced.at(-1)?.x ?? 0
  if (end - last < 130)
    return [...spaced.slice(0, -1).filter(m => end - m.x > 210), { x: end, day: shortDay(bars.at(-1)!.to), last: true }]
  return end - last > 230 ? [...spaced, { x: end, day: shortDay(bars.at(-1)!.to), last: true }] : spaced
}
