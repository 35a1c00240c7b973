import { fold, loosen } from '../../knowledge/gazetteer/fold.ts'
import { km } from '../../reading/place/resolve.ts'
import type { PlaceTold } from './telling.ts'

/** How two tellings' places stand to one another; `what` in words. */
export interface Nearness {
  readonly how: 'same' | 'city' | 'within' | 'country' | 'unknown' | 'far'
  readonly what: string
}

type Point = PlaceTold & { readonly lat: number; readonly lon: number }

/** Kilometres within which two places named differently may be one scene. */
const SCENE = 12
/** Radius from which a place is a city, in which more than one thing happens in a day, and an area, in which much does. */
const CITY = 12
const AREA = 30

/** Whether a place has a name of its own, unlike "the market". */
export const isNamed = (p: PlaceTold): boolean => /\p{Lu}/u.test(p.name.replace(/^(?:The|An?|In|At) /, ''))

const isPoint = (p: PlaceTold): p is Point => p.lat !== null && p.lon !== null && p.precision !== 'country'
const radiusOf = (p: PlaceTold): number => p.radius ?? (p.precision === 'region' ? 80 : p.precision === 'district' ? 15 : 5)
const isArea = (p: PlaceTold): boolean => radiusOf(p) >= AREA || (p.precision === 'region' && radiusOf(p) > CITY)
const closeness = (p: PlaceTold, q: PlaceTold): 'same' | 'city' | 'within' =>
  isArea(p) || isArea(q) ? 'within' : radiusOf(p) >= CITY || radiusOf(q) >= CITY ? 'city' : 'same'

/** The finest of a telling's places: named towns and points, else areas, else "the market"; countries when nothing else is told. */
export const finest = (places: readonly PlaceTold[]): readonly PlaceTold[] => {
  const all = places.filter(p => p.precision !== 'country')
  const named = all.filter(isNamed)
  const local = named.length ? named : all.filter(isPoint)
  const fine = local.filter(p => !isArea(p))
  return fine.length ? fine : local.length ? local : places
}

/** Whether two tellings' places can be one; symmetric. */
export const nearness = (a: readonly PlaceTold[], b: readonly PlaceTold[]): Nearness => {
  if (!a.length || !b.length) return { how: 'unknown', what: 'no place on one side' }
  const [mine, theirs] = [finest(a), finest(b)]
  const named = mine
    .filter(p => p.precision !== 'country')
    .flatMap(p => theirs.filter(q => sameName(p, q)).map(q => bothName(p, q)))
  if (named.length) return named.sort(byHow)[0]
  const [points, others] = [mine.filter(isPoint), theirs.filter(isPoint)]
  if (points.length && others.length) return closest(points, others)
  return countries(a, b)
}

const bothName = (p: PlaceTold, q: PlaceTold): Nearness => ({
  how: closeness(p, q),
  what: `both name ${[p.name, q.name].sort()[0]}`,
})
const CLOSE = ['same', 'city', 'within']
const byHow = (a: Nearness, b: Nearness): number => CLOSE.indexOf(a.how) - CLOSE.indexOf(b.how) || (a.what < b.what ? -1 : 1)

const sameName = (p: PlaceTold, q: PlaceTold): boolean => {
  if (!isNamed(p) || !isNamed(q)) return false
  if (isPoint(p) && isPoint(q) && km(p, q) > radiusOf(p) + radiusOf(q) + SCENE) return false
  if (p.name === q.name) return true
  const [x, y] = [fold(p.name), fold(q.name)]
  return x === y || (loosen(x) !== '' && loosen(x) === loosen(y))
}

const closest = (a: readonly Point[], b: readonly Point[]): Nearness => {
  const pairs = a.flatMap(p => b.map(q => ({ p, q, d: km(p, q), slack: Math.max(SCENE, radiusOf(p), radiusOf(q)) })))
  const least = Math.min(...pairs.map(x => x.d - x.slack))
  const best = pairs
    .filter(x => x.d - x.slack === least)
    .sort((x, y) => CLOSE.indexOf(closeness(x.p, x.q)) - CLOSE.indexOf(closeness(y.p, y.q)) || x.d - y.d)[0]
  const what = best.d < 1 ? 'same spot' : `${Math.round(best.d)} km apart`
  if (best.d > best.slack * 1.1) return { how: 'far', what }
  return { how: closeness(best.p, best.q), what }
}

const countries = (a: readonly PlaceTold[], b: readonly PlaceTold[]): Nearness => {
  const [mine, theirs] = [codes(a), codes(b)]
  if (!mine.length || !theirs.length) return { how: 'unknown', what: 'a place that is on no map' }
  const common = mine.find(c => theirs.includes(c))
  return common ? { how: 'country', what: `both in ${common}` } : { how: 'far', what: 'in different countries' }
}

const codes = (places: readonly PlaceTold[]): string[] => [...new Set(places.flatMap(p => p.code ?? []))].sort()

/** Cells of a grid of one degree, laid twice with half a degree between: two places near each other share a cell. */
export const cellsOf = (places: readonly PlaceTold[]): string[] =>
  finest(places)
    .filter(isPoint)
    .flatMap(p => (isArea(p) ? areaCells(p) : pointCells(p)))

const pointCells = ({ lat, lon }: Point): string[] =>
  [0, 0.5].flatMap(y => [0, 0.5].map(x => `${y ? 'b' : 'a'}${Math.floor(lat + y)}${x ? 'b' : 'a'}${Math.floor(lon + x)}`))

const areaCells = (p: Point): string[] => {
  const tall = (radiusOf(p) * 1.1) / 111
  const wide = tall / Math.max(0.2, Math.cos((p.lat * Math.PI) / 180))
  const cells: string[] = []
  for (let y = Math.floor(p.lat - tall); y <= p.lat + tall && cells.length < 64; y++)
    for (let x = Math.floor(p.lon - wide); x <= p.lon + wide && cells.length < 64; x++) cells.push(`a${y}a${x}`)
  return cells
}
