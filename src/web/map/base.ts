import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification'
import atlasUrl from 'world-atlas/countries-50m.json?url'
import { unrolled } from './geometry.ts'

type Line = [number, number][]
type Country = GeometryObject<{ readonly name: string }>
type Area = readonly [west: number, south: number, east: number, north: number]

/** The world as it is drawn under the claims. */
export interface Base {
  readonly land: GeoJSON.FeatureCollection
  readonly coast: GeoJSON.Feature<GeoJSON.MultiLineString>
  readonly borders: GeoJSON.Feature<GeoJSON.MultiLineString>
  /** Borders that one of the neighbours, or most states, do not hold for theirs. */
  readonly disputed: GeoJSON.Feature<GeoJSON.MultiLineString>
  readonly names: GeoJSON.FeatureCollection<GeoJSON.Point>
}

/** Borders that are disputed, by the atlas's names; with an area only where they run through it. The map's note says the same in words. */
const DISPUTED: readonly (readonly [string, string, Area?])[] = [
  ['W. Sahara', 'Morocco'],
  ['Kosovo', 'Serbia'],
  ['Somaliland', 'Somalia'],
  ['N. Cyprus', 'Cyprus'],
  ['Israel', 'Palestine'],
  ['Israel', 'Syria'],
  ['Siachen Glacier', 'India'],
  ['Siachen Glacier', 'Pakistan'],
  ['Siachen Glacier', 'China'],
  ['India', 'Pakistan', [72, 32.4, 78, 37.5]],
  ['India', 'China', [77, 31, 81, 36.5]],
  ['India', 'China', [91.4, 26.5, 97.6, 29.6]],
  ['Pakistan', 'China', [74, 34.8, 78, 37.3]],
  ['Russia', 'Ukraine', [32, 44, 37, 46.5]],
  ['Sudan', 'S. Sudan', [27.7, 9, 29.2, 10.9]],
  ['Sudan', 'Egypt', [33, 21, 37.5, 24]],
]

/** Fetches the atlas, which is sent with the page, and makes of it what is drawn. */
export const baseOf = async (): Promise<Base> => {
  const world = (await (await fetch(atlasUrl)).json()) as Topology
  const countries = world.objects.countries as GeometryCollection<{ readonly name: string }>
  const lines = (test: (a: Country, b: Country) => boolean): Line[] =>
    mesh(world, countries as never, (a, b) => a !== b && test(a as Country, b as Country)).coordinates as Line[]
  const firm: Line[] = []
  const disputed: Line[] = []
  const pairs = new Map<string, readonly (Area | undefined)[]>()
  for (const [a, b, area] of DISPUTED) pairs.set(pairOf(a, b), [...(pairs.get(pairOf(a, b)) ?? []), area])
  firm.push(...lines((a, b) => !pairs.has(pairOf(nameOf(a), nameOf(b)))))
  for (const [pair, areas] of pairs)
    for (const line of lines((a, b) => pairOf(nameOf(a), nameOf(b)) === pair)) {
      const [inside, outside] = parted(line, ([x, y]) => areas.some(area => !area || within(x, y, area)))
      disputed.push(...inside)
      firm.push(...outside)
    }
  const shapes = feature(world, countries)
  return {
    land: { ...shapes, features: shapes.features.map(f => ({ ...f, geometry: unrolledShape(f.geometry) })) },
    coast: multiLine(mesh(world, countries as never, (a, b) => a === b).coordinates as Line[]),
    borders: multiLine(firm),
    disputed: multiLine(disputed),
    names: { type: 'FeatureCollection', features: shapes.features.flatMap(labelOf) },
  }
}

const nameOf = (c: Country): string => (c.properties as { readonly name?: string } | undefined)?.name ?? ''
const pairOf = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`)
const within = (x: number, y: number, [w, s, e, n]: Area): boolean => x >= w && x <= e && y >= s && y <= n
const multiLine = (coordinates: Line[]): GeoJSON.Feature<GeoJSON.MultiLineString> => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiLineString', coordinates: coordinates.map(unrolled) },
})

const unrolledShape = (shape: GeoJSON.Geometry): GeoJSON.Geometry => {
  if (shape.type === 'Polygon') return { ...shape, coordinates: shape.coordinates.map(r => unrolled(r as Line)) }
  if (shape.type !== 'MultiPolygon') return shape
  return { ...shape, coordinates: shape.coordinates.map(p => p.map(r => unrolled(r as Line))) }
}

/** The runs of a line whose segments pass a test, and the others. */
export const parted = (line: Line, test: (middle: [number, number]) => boolean): [inside: Line[], outside: Line[]] => {
  const runs: [Line[], Line[]] = [[], []]
  let last: boolean | null = null
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]]
    const inside = test([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
    const side = runs[inside ? 0 : 1]
    if (inside === last) side.at(-1)!.push(b)
    else side.push([a, b])
    last = inside
  }
  return runs
}

/** A country's name in the middle of its largest piece, with the size of that piece in square degrees. */
const labelOf = ({
  properties,
  geometry,
}: GeoJSON.Feature<GeoJSON.Geometry, { readonly name: string }>): GeoJSON.Feature<GeoJSON.Point>[] => {
  const pieces =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  const rings = pieces.map(p => middleOf(unrolled(p[0] as Line))).sort((a, b) => b.size - a.size)
  if (!rings.length || !properties) return []
  const { x, y, size } = rings[0]
  return [{ type: 'Feature', properties: { name: properties.name, size }, geometry: { type: 'Point', coordinates: [x, y] } }]
}

/** Centre of mass and area of a ring, in degrees. */
const middleOf = (ring: Line): { x: number; y: number; size: number } => {
  let [area, x, y] = [0, 0, 0]
  for (let i = 0; i < ring.length - 1; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1]
    area += cross
    x += (ring[i][0] + ring[i + 1][0]) * cross
    y += (ring[i][1] + ring[i + 1][1]) * cross
  }
  return area ? { x: x / (3 * area), y: y / (3 * area), size: Math.abs(area / 2) } : { x: ring[0][0], y: ring[0][1], size: 0 }
}
