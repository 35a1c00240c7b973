import { expect, test } from 'vitest'
import type { PlacePoint, Precision } from '../../src/web/answers.ts'
import { boundsOf, ringAround, spotsOf, unrolled } from '../../src/web/map/geometry.ts'

const RAD = Math.PI / 180
/** Kilometres between two points on the globe. */
const apart = (a: readonly [number, number], b: readonly [number, number]): number => {
  const h =
    Math.sin(((b[1] - a[1]) * RAD) / 2) ** 2 +
    Math.cos(a[1] * RAD) * Math.cos(b[1] * RAD) * Math.sin(((b[0] - a[0]) * RAD) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

test.each([
  [44, 42.3, 44],
  [37.6, 55.7, 5],
  [179.8, -16.5, 120],
  [100, 78, 900],
])('every corner of the ring around %d, %d is %d km away', (lon, lat, km) => {
  const ring = ringAround(lon, lat, km)
  expect(ring.at(-1)).toEqual(ring[0])
  for (const corner of ring) expect(apart([lon, lat], corner)).toBeCloseTo(km, 3)
})

const point = (id: string, lon: number, lat: number, precision: Precision, contested = false): PlacePoint => [
  id,
  lon,
  lat,
  precision === 'country' ? 300 : precision === 'region' ? 44 : 5,
  precision,
  'ASSAULT',
  '2008-08-08',
  contested,
  id,
]

test('incidents of one spot and precision stand together, wide areas first', () => {
  const spots = spotsOf([
    point('a', 44, 42, 'town'),
    point('b', 44, 42, 'region'),
    point('c', 44, 42, 'town', true),
    point('d', 43, 42, 'country'),
  ])
  expect(spots.map(s => [s.precision, s.points.map(p => p[0]).join(''), s.contested])).toEqual([
    ['country', 'd', 0],
    ['region', 'b', 0],
    ['town', 'ac', 1],
  ])
})

test('the map opens where most of it happened, not where one place lies far off', () => {
  const war = Array.from({ length: 20 }, (_, i) => point(`g${i}`, 43.5 + i / 20, 42 + (i % 3) / 10, 'town'))
  const spots = spotsOf([...war, point('paris', 2.3, 48.9, 'town'), point('russia', 100, 60, 'country')])
  const [west, south, east, north] = boundsOf(spots)!
  expect([west, south, east, north].map(Math.round)).toEqual([44, 42, 44, 42])
  expect(boundsOf(spotsOf([point('russia', 100, 60, 'country')]))).toEqual([100, 60, 100, 60])
  expect(boundsOf([])).toBe(null)
})

test.each<[string, [number, number][], number[]]>([
  [
    'eastward',
    [
      [170, 60],
      [179, 61],
      [-178, 62],
      [-170, 63],
    ],
    [170, 179, 182, 190],
  ],
  [
    'there and back',
    [
      [179, 60],
      [-179, 61],
      [179, 62],
    ],
    [179, 181, 179],
  ],
  [
    'westward',
    [
      [-179, 10],
      [178, 11],
    ],
    [-179, -182],
  ],
  [
    'along the pole',
    [
      [-180, -90],
      [178, -90],
    ],
    [-180, 178],
  ],
])('a line across the antimeridian goes on: %s', (_, line, lons) => expect(unrolled(line).map(([x]) => x)).toEqual(lons))
