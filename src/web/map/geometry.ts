import type { PlacePoint, Precision } from '../answers.ts'

const EARTH = 6371

/** Points around a centre at a distance in kilometres: a closed ring of [lon, lat]. Longitudes may go beyond 180 at the antimeridian. */
export const ringAround = (lon: number, lat: number, km: number, corners = 64): [number, number][] => {
  const rad = Math.PI / 180
  const d = Math.min(km / EARTH, Math.PI / 2)
  const ring = Array.from({ length: corners }, (_, i): [number, number] => {
    const bearing = (2 * Math.PI * i) / corners
    const y = Math.asin(Math.sin(lat * rad) * Math.cos(d) + Math.cos(lat * rad) * Math.sin(d) * Math.cos(bearing))
    const x = Math.atan2(Math.sin(bearing) * Math.sin(d) * Math.cos(lat * rad), Math.cos(d) - Math.sin(lat * rad) * Math.sin(y))
    return [lon + x / rad, y / rad]
  })
  return [...ring, ring[0]]
}

/**
 * A line that goes on beyond 180 degrees where it crosses the antimeridian, instead of running back around the whole globe. Along a pole,
 * where the edge of the flat map is meant, it is left as it is.
 */
export const unrolled = (line: readonly (readonly [number, number])[]): [number, number][] => {
  let turns = 0
  return line.map(([x, y], i) => {
    const step = i ? x - line[i - 1][0] : 0
    if (Math.abs(step) > 180 && Math.abs(y) < 89) turns -= Math.sign(step)
    return [x + 360 * turns, y]
  })
}

/** Incidents at one spot of one precision. */
export interface Spot {
  readonly lon: number
  readonly lat: number
  readonly radius: number | null
  readonly precision: Precision | null
  readonly contested: number
  /** In the order given. */
  readonly points: readonly PlacePoint[]
}

/** Whether a place is drawn as an area: what is known is only that it was somewhere in it. */
export const isArea = (precision: Precision | null): boolean =>
  precision === 'district' || precision === 'region' || precision === 'country'

/** Points gathered by spot; wide areas first, so that finer ones are drawn upon them. */
export const spotsOf = (points: readonly PlacePoint[]): Spot[] =>
  [...Map.groupBy(points, ([, lon, lat, radius, precision]) => `${lon} ${lat} ${radius} ${precision}`).values()]
    .map(all => {
      const [, lon, lat, radius, precision] = all[0]
      return { lon, lat, radius, precision, contested: all.filter(p => p[7]).length, points: all }
    })
    .sort((a, b) => (b.radius ?? 0) - (a.radius ?? 0))

/** West, south, east, north around spots; whole countries count only where nothing finer is there. Null: no spots. */
export const boundsOf = (spots: readonly Spot[]): [number, number, number, number] | null => {
  const fine = spots.filter(s => s.precision !== 'country')
  const used = fine.length ? middle(fine) : spots
  if (!used.length) return null
  const lons = used.map(s => s.lon)
  const lats = used.map(s => s.lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/** Without the few that lie far from all others, so that the map opens where most of it happened. */
const middle = (spots: readonly Spot[]): readonly Spot[] => {
  const weighed = spots.flatMap(s => Array<Spot>(Math.min(s.points.length, 20)).fill(s))
  const lon = median(weighed.map(s => s.lon))
  const lat = median(weighed.map(s => s.lat))
  const far = (s: Spot) => Math.hypot((s.lon - lon) * Math.cos((lat * Math.PI) / 180), s.lat - lat)
  const reach = Math.max(1, 6 * median(weighed.map(far)))
  return spots.filter(s => far(s) <= reach)
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]
