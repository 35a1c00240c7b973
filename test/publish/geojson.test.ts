import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circle, type Position } from '../../src/publish/circle.ts'
import { exported, WAR } from './fake.ts'

const fail = (why: string): never => {
  throw new Error(why)
}

const checkPosition = (p: unknown): void => {
  if (!Array.isArray(p) || p.length !== 2 || !p.every(Number.isFinite)) fail('a position is two numbers')
  const [lon, lat] = p as number[]
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) fail(`${lon}, ${lat} is nowhere`)
  if (![lon, lat].every(n => Number(n.toFixed(5)) === n)) fail('more than five decimals')
}

/** Twice the signed area: above nought is counter-clockwise. */
const area = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0)

const checkRing = (ring: Position[]): void => {
  if (ring.length < 4) fail('a ring of less than four positions')
  ring.forEach(checkPosition)
  if (String(ring[0]) !== String(ring.at(-1))) fail('a ring is not closed')
  if (area(ring) <= 0) fail('an outer ring turns clockwise')
}

const checkGeometry = (g: { type: string; coordinates: never } | null): void => {
  if (g === null) return
  if (g.type === 'Point') checkPosition(g.coordinates)
  else if (g.type === 'Polygon') for (const ring of g.coordinates as Position[][]) checkRing(ring)
  else if (g.type === 'MultiPolygon') for (const part of g.coordinates as Position[][][]) part.forEach(checkRing)
  else fail(`no geometry: ${g.type}`)
}

/** RFC 7946 for a collection of features; throws where it is broken. */
const checkCollection = (text: string) => {
  const collection = JSON.parse(text)
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features) || 'crs' in collection) fail('no collection')
  for (const feature of collection.features) {
    if (feature.type !== 'Feature' || typeof feature.id !== 'string') fail('no feature')
    if (typeof feature.properties !== 'object' || !('geometry' in feature)) fail('properties and geometry must be there')
    checkGeometry(feature.geometry)
  }
  return collection
}

test.each([
  [
    'clockwise',
    () =>
      checkRing([
        [0, 0],
        [0, 1],
        [1, 1],
        [0, 0],
      ]),
  ],
  [
    'open',
    () =>
      checkRing([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
  ],
  ['off the earth', () => checkPosition([181, 0])],
  ['too fine', () => checkPosition([1.123456, 0])],
])('the check finds what is %s', (_what, broken) => expect(broken).toThrow())

test('incidents: towns are points, regions areas, the unlocated null', () => {
  const { features, hearsay } = checkCollection(exported('geojson', WAR))
  expect(hearsay).toEqual({ versions: 'hearsay 0.1.0, knowledge k1, ledger c1' })
  expect(features.map((f: { id: string; geometry: { type: string } | null }) => [f.id, f.geometry?.type ?? null])).toEqual([
    ['claim4', null],
    ['claim3', 'Polygon'],
    ['claim0', 'Point'],
  ])
  expect(features[2].geometry.coordinates).toEqual([46.361, 40.683])
  expect(features[1].properties).toMatchObject({ geo_precision: 'region', radius_m: 30000 })
  expect(features[2].properties.accounts.find((a: { party: string }) => a.party === 'ARM').stances).toContain('denies')
})

test.each(['district', 'region', 'country'] as const)('a %s is never a bare pin', precision => {
  const of = (radius: number | null) =>
    checkCollection(exported('geojson', [{ ...WAR[3], place: { ...WAR[3].place, precision, radius } }])).features[0].geometry
  expect(of(50).type).toBe('Polygon')
  expect(of(null)).toBeNull()
})

test('an empty ledger is an empty collection', () => expect(checkCollection(exported('geojson', [])).features).toEqual([]))

describe('circles', () => {
  test('have 32 corners at their distance', () => {
    const { coordinates } = circle([45.1, 40.9], 30)
    const ring = coordinates[0] as Position[]
    expect(ring).toHaveLength(33)
    for (const [lon, lat] of ring)
      expect(Math.hypot((lon - 45.1) * Math.cos((40.9 * Math.PI) / 180), lat - 40.9) * 111.2).toBeCloseTo(30, 0)
  })

  test.each([[179.9], [-179.9], [180]])('at %d degrees are cut at the antimeridian', lon => {
    const { type, coordinates } = circle([lon, -17], 100)
    expect(type).toBe('MultiPolygon')
    const lons = (coordinates as Position[][][]).map(([ring]) => ring.map(([x]) => x))
    expect(lons).toHaveLength(2)
    // No part spans more than the circle does.
    for (const part of lons) expect(Math.max(...part) - Math.min(...part)).toBeLessThan(2.1)
  })

  test('are valid anywhere', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: 1, max: 2500, noNaN: true }),
        (lon, lat, km) => checkGeometry(circle([lon, lat], km) as never),
      ),
    ))
})
