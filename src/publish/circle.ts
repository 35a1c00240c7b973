/** Longitude and latitude in decimal degrees (WGS 84). */
export type Position = readonly [lon: number, lat: number]
/** A GeoJSON geometry that covers an area. */
export type Area =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

const EARTH_KM = 6371.0088
const POINTS = 32
const rad = (degrees: number): number => (degrees * Math.PI) / 180
const deg = (radians: number): number => (radians * 180) / Math.PI

/** Five decimals are a metre: finer is not known. */
export const rounded = ([lon, lat]: Position): Position => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]

/**
 * A circle of `km` around a point as a ring of 32 points, counter-clockwise (RFC 7946, right-hand rule). Cut in two at the antimeridian;
 * one that holds a pole becomes the cap of all longitudes.
 */
export const circle = ([lon, lat]: Position, km: number): Area => {
  const reach = deg(km / EARTH_KM)
  if (Math.abs(lat) + reach >= 90) return polygon([cap(lat, reach)])
  // Degrees of longitude may run past 180 here: the halves are cut afterwards.
  const ring = Array.from({ length: POINTS }, (_, i) => pointAt(lon, lat, km, (-2 * Math.PI * i) / POINTS))
  const parts = [-360, 0, 360].map(shift => within(ring.map(([x, y]) => [x + shift, y] as const))).filter(part => part.length > 2)
  return polygon(parts)
}

const polygon = (rings: readonly (readonly Position[])[]): Area => {
  const closed = rings.map(ring => [...ring, ring[0]].map(rounded))
  return closed.length === 1
    ? { type: 'Polygon', coordinates: closed }
    : { type: 'MultiPolygon', coordinates: closed.map(r => [r]) }
}

const cap = (lat: number, reach: number): Position[] => {
  const edge = Math.max(-90, Math.min(90, lat > 0 ? lat - reach : lat + reach))
  const [south, north] = lat > 0 ? [edge, 90] : [-90, edge]
  return [-180, -90, 0, 90, 180].map(x => [x, south] as const).concat([180, 90, 0, -90, -180].map(x => [x, north] as const))
}

const pointAt = (lon: number, lat: number, km: number, bearing: number): Position => {
  const d = km / EARTH_KM
  const y = Math.asin(Math.sin(rad(lat)) * Math.cos(d) + Math.cos(rad(lat)) * Math.sin(d) * Math.cos(bearing))
  const x = Math.atan2(Math.sin(bearing) * Math.sin(d) * Math.cos(rad(lat)), Math.cos(d) - Math.sin(rad(lat)) * Math.sin(y))
  return [lon + deg(x), deg(y)]
}

/** A ring's part between the longitudes -180 and 180. */
const within = (ring: readonly Position[]): Position[] => clipped(clipped(ring, 180, 1), -180, -1)

/** A convex ring's part where `sign * lon <= sign * edge` (Sutherland and Hodgman). */
const clipped = (ring: readonly Position[], edge: number, sign: 1 | -1): Position[] =>
  ring.flatMap((b, i) => {
    const a = ring.at(i - 1) as Position
    const [inA, inB] = [sign * a[0] <= sign * edge, sign * b[0] <= sign * edge]
    const crossing = (): Position => [edge, a[1] + ((b[1] - a[1]) * (edge - a[0])) / (b[0] - a[0])]
    return inA === inB ? (inB ? [b] : []) : inB ? [crossing(), b] : [crossing()]
  })
