import type { PlaceKind } from '../../knowledge/gazetteer/format.ts'
import type { Candidate, Gazetteer } from '../../knowledge/gazetteer.ts'

/** A name to be resolved, with what its sentence says of it. */
export interface Name {
  readonly text: string
  readonly candidates: readonly Candidate[]
  /** Index of the name after the comma ("X, Y"), or that of the place said to hold it ("X in Y province"); -1 if none. */
  readonly within: number
  /** Index of a name said to be near it ("X, a town south of Y"); -1 if none. */
  readonly near: number
  /** How far from that name it is said to be, in kilometres, and in which direction (degrees clockwise from north); null if not said. */
  readonly distance: number | null
  readonly bearing: number | null
  /** The kind that a word beside it says, or null. */
  readonly kind: PlaceKind | null
  /** Indexes of the names beside it in a list. */
  readonly beside: readonly number[]
  /** Whether "the" stands before it. */
  readonly article: boolean
  /** Offset in the text, for distance between names. */
  readonly at: number
}

/** What else points to where a report plays: ISO alpha-3 codes with weights (nationalities, parties), the dateline's place. */
export interface Setting {
  readonly countries: ReadonlyMap<string, number>
  readonly dateline: Candidate | null
}

export interface Resolved {
  readonly candidate: Candidate
  readonly why: string
}

/** Great-circle distance of two points in kilometres (haversine, Earth radius 6371 km). */
export const km = (a: { lat: number; lon: number }, b: { lat: number; lon: number }): number => {
  const r = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * r) / 2) ** 2 +
    Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}

const CONSIDERED = 40

/** Whether `inner` lies in `outer`. */
export const isWithin = (inner: Candidate, outer: Candidate): boolean => {
  if (inner.id === outer.id) return false
  if (outer.kind === 'country') return inner.country === outer.country && inner.kind !== 'country'
  if (outer.kind === 'region' && outer.region && inner.region) return inner.region === outer.region && inner.kind !== 'region'
  return outer.radius > inner.radius && km(inner, outer) <= outer.radius * 1.3
}

/** Whether one of `inner` lies in one of `outer`: the names can stand as "X, Y". */
export const canContain = (outer: readonly Candidate[], inner: readonly Candidate[]): boolean =>
  outer
    .slice(0, 8)
    .some(o =>
      inner.slice(0, CONSIDERED).some(i => isWithin(i, o) && (o.kind !== 'town' || i.kind === 'quarter' || i.kind === 'site')),
    )

/**
 * Chooses a candidate for each name: containment and nearness said in the text weigh most, then the other places of the report,
 * its countries and dateline, then prominence and kind. A name resolved by its own words decides for its other mentions.
 */
export const resolveNames = (names: readonly Name[], setting: Setting): (Resolved | null)[] => {
  let chosen: (Resolved | null)[] = names.map(n =>
    n.candidates[0] ? { candidate: n.candidates[0], why: 'most prominent' } : null,
  )
  const holds = Map.groupBy(
    names.map((_, i) => i).filter(i => names[i].within >= 0),
    i => names[i].within,
  )
  for (let pass = 0; pass < 3; pass++) {
    const weights = countryWeights(names, chosen, setting)
    const regions = regionWeights(names)
    const previous = chosen
    chosen = names.map((n, i) => choose(n, i, names, previous, weights, regions, holds, setting, pass))
    chosen = spread(names, chosen)
  }
  return chosen.map((r, i) =>
    !r || isOutOfPlace(r.candidate, names[i], names, chosen, setting) ? aroundAnchor(names[i], chosen) : r,
  )
}

/** Kilometres within which "X near Y" and "X, a town south of Y" must lie. */
const NEAR = 200

/** Whether the text itself speaks against the only place known by a name: it is said to lie elsewhere, or nothing else in the report is in its country. */
const isOutOfPlace = (
  c: Candidate,
  name: Name,
  names: readonly Name[],
  chosen: readonly (Resolved | null)[],
  setting: Setting,
): boolean => {
  const outer = name.within >= 0 ? chosen[name.within]?.candidate : undefined
  const slack = outer?.kind === 'country' ? 500 : 60
  if (outer && c.rank < 6 && !isWithin(c, outer) && km(c, outer) > outer.radius * 1.5 + slack) return true
  const beside = name.near >= 0 ? chosen[name.near]?.candidate : undefined
  if (beside && c.rank < 6 && isTooFar(c, beside, name.distance)) return true
  const alias = c.why.includes('other name') || c.match === 'spelling'
  if (
    c.rank >= (alias ? 6.8 : 4.2) ||
    c.kind === 'country' ||
    !c.country ||
    setting.countries.has(c.country) ||
    setting.dateline?.country === c.country
  )
    return false
  const first = Math.max(0, names.indexOf(name) - BESIDE)
  const others = names
    .slice(first, first + 2 * BESIDE)
    .map((n, i) => ({ text: n.text, at: chosen[first + i]?.candidate }))
    .filter(o => o.text !== name.text && o.at?.country)
  return others.length >= 2 && !others.some(o => o.at!.country === c.country)
}

const isTooFar = (c: Candidate, beside: Candidate, distance: number | null): boolean => {
  const d = km(c, beside)
  if (distance !== null) return d > distance * 1.6 + 60 || d < distance * 0.4 - 60
  return c.rank < 4.8 && d > NEAR + beside.radius
}

/** A name that the gazetteer does not know, at the place that it is said to lie in or near; null when none is said. */
const aroundAnchor = (name: Name, chosen: readonly (Resolved | null)[]): Resolved | null => {
  const anchor = (name.within >= 0 ? chosen[name.within] : null) ?? (name.near >= 0 ? chosen[name.near] : null)
  if (!anchor || anchor.candidate.kind === 'country') return null
  const { candidate } = anchor
  const distance = anchor === chosen[name.near] ? name.distance : null
  const point = distance !== null && name.bearing !== null ? away(candidate, distance, name.bearing) : {}
  return {
    candidate: {
      ...candidate,
      ...point,
      id: -1,
      name: name.text,
      kind: 'town',
      radius: Math.max(candidate.radius, distance ?? 0, 20),
    },
    why: `unknown; at ${candidate.name}`,
  }
}

/** A point `distance` kilometres from another in the direction of `bearing` (degrees clockwise from north). */
export const away = (from: { lat: number; lon: number }, distance: number, bearing: number): { lat: number; lon: number } => {
  const r = (bearing * Math.PI) / 180
  const lat = from.lat + (distance * Math.cos(r)) / 111.2
  const lon = from.lon + (distance * Math.sin(r)) / (111.2 * Math.max(0.2, Math.cos((from.lat * Math.PI) / 180)))
  return { lat: Math.round(lat * 1000) / 1000, lon: Math.round(lon * 1000) / 1000 }
}

/** Share of each country in what the report names, its dateline and parties. */
const countryWeights = (
  names: readonly Name[],
  chosen: readonly (Resolved | null)[],
  setting: Setting,
): ReadonlyMap<string, number> => {
  const raw = new Map(setting.countries)
  const add = (code: string | null, w: number) => {
    if (code) raw.set(code, (raw.get(code) ?? 0) + w)
  }
  names.forEach((n, i) => {
    const c = chosen[i]?.candidate
    if (!c) return
    const countries = new Set(n.candidates.slice(0, 6).map(x => x.country))
    add(c.country, c.kind === 'country' ? 1.5 : countries.size === 1 ? 1 : c.rank > 5.5 ? 0.6 : 0.25)
  })
  if (setting.dateline) add(setting.dateline.country, 2)
  const total = [...raw.values()].reduce((a, b) => a + b, 0) || 1
  return new Map([...raw].map(([k, v]) => [k, v / total]))
}

/**
 * How far the report's names meet in each first-level division: each name gives its divisions a vote, a larger one the fewer divisions
 * know the name. Under '' the most that any division got.
 */
const regionWeights = (names: readonly Name[]): ReadonlyMap<string, number> => {
  const votes = new Map<string, number>()
  const seen = new Set<string>()
  for (const n of names) {
    const key = n.text.toLowerCase()
    if (seen.has(key) || n.candidates[0]?.kind === 'country') continue
    seen.add(key)
    const regions = new Set(
      n.candidates
        .slice(0, CONSIDERED)
        .map(c => c.region)
        .filter(Boolean),
    )
    for (const r of regions) votes.set(r, (votes.get(r) ?? 0) + 1 / Math.sqrt(regions.size))
  }
  return votes.set('', Math.max(1.2, ...votes.values()))
}

/** What each name gives to the votes of its divisions. */
const voteOf = (n: Name): number => 1 / Math.sqrt(Math.max(1, new Set(n.candidates.slice(0, CONSIDERED).map(c => c.region)).size))

/** Votes of other names that make a division sure. */
const SURE = 0.5

/** Up to 4 for a candidate in the division where the other names of the report meet. */
const meeting = (c: Candidate, name: Name, regions: ReadonlyMap<string, number>): number => {
  const votes = c.region ? (regions.get(c.region) ?? 0) : 0
  const others = votes - voteOf(name)
  return others <= 0 ? 0 : 4 * (votes / regions.get('')!) ** 2 * Math.min(1, others / SURE)
}

/** Kinds of place named with an article ("the Pacific"). */
const OF_THE: ReadonlySet<string> = new Set(['sea', 'strait', 'river', 'mountain', 'area', 'lake'])
const DIVISIONS: ReadonlySet<string> = new Set(['region', 'country'])

/** Whether the name of a country is a large division's too ("Georgia"). */
const hasState = (name: Name): boolean => name.candidates.some(c => c.kind === 'region' && c.rank >= 6)

const choose = (
  name: Name,
  i: number,
  names: readonly Name[],
  chosen: readonly (Resolved | null)[],
  weights: ReadonlyMap<string, number>,
  regions: ReadonlyMap<string, number>,
  holds: ReadonlyMap<number, readonly number[]>,
  setting: Setting,
  pass: number,
): Resolved | null => {
  let best: { candidate: Candidate; score: number; why: string } | null = null
  if (name.candidates.length === 1 && name.within < 0 && name.near < 0)
    return { candidate: name.candidates[0], why: 'the only place of that name' }
  for (const c of name.candidates.slice(0, CONSIDERED)) {
    let score = c.score
    let why = 'most prominent'
    const gain = (points: number, reason: string) => {
      score += points
      if (points >= 1) why = reason
    }
    const share = c.country ? (weights.get(c.country) ?? 0) : 0
    // Seas and lands without a country of their own are as near to the report as its countries are.
    if (!c.country) score += 3
    else if (c.kind === 'country') score += hasState(name) ? 0 : 5
    else gain(4.5 * share, `${c.country} is what the report is about`)
    // Divisions of countries that the report is not about count for little: every Spanish name is one in California too.
    gain(meeting(c, name, regions) * Math.min(1, 2.5 * share), 'in the division where most names of the report meet')
    if (setting.dateline && (c.id === setting.dateline.id || (c.region && c.region === setting.dateline.region)))
      gain(1.5, 'the region of the dateline')
    gain(pass ? closeness(c, i, names, chosen) : 0, 'near other places of the report')
    if (name.kind && c.kind === name.kind) gain(2, `the text says ${name.kind}`)
    if (c.why.includes('other name') && name.candidates[0].rank >= 6 && !name.candidates[0].why.includes('other name'))
      score -= 1.5
    if (c.kind === 'district' && name.kind === null && name.candidates[0].id !== c.id) score -= 1.5
    if (name.article && OF_THE.has(c.kind)) gain(3, `the ${c.kind}`)
    for (const k of name.beside)
      if (DIVISIONS.has(c.kind) && chosen[k]?.candidate.kind === c.kind) gain(1.5, 'in a list of its kind')
    for (const inner of holds.get(i) ?? [])
      if (DIVISIONS.has(c.kind) && names[inner].candidates.slice(0, CONSIDERED).some(x => isWithin(x, c)))
        gain(3, `holds ${names[inner].text}`)
    const outer = name.within >= 0 ? names[name.within].candidates : []
    const container = outer.slice(0, 8).find(o => isWithin(c, o))
    if (container) gain(10, `within ${container.name}`)
    const beside = name.near >= 0 ? chosen[name.near]?.candidate : undefined
    if (beside && beside.id !== c.id) {
      const d = km(c, beside)
      const fit = name.distance === null ? 1 - d / 150 : 1 - Math.abs(d - name.distance) / (0.4 * name.distance + 40)
      if (fit > 0) gain(6 * fit, `near ${beside.name}`)
    }
    if (!best || score > best.score) best = { candidate: c, score, why }
  }
  return best && { candidate: best.candidate, why: best.why }
}

/** Up to 2.5 for a candidate beside the other places of the report, those nearer in the text counting more. */
const closeness = (c: Candidate, i: number, names: readonly Name[], chosen: readonly (Resolved | null)[]): number => {
  if (c.kind === 'country' || c.kind === 'continent') return 0
  let best = 0
  for (let k = Math.max(0, i - BESIDE); k < Math.min(names.length, i + BESIDE); k++) {
    const n = names[k]
    const other = chosen[k]?.candidate
    if (!other || other.id === c.id || n.text === names[i].text || other.kind === 'country' || other.kind === 'continent')
      continue
    const d = km(c, other)
    const far = Math.abs(n.at - names[i].at)
    const closest = Math.max(0, 1 - Math.max(0, d - other.radius * 0.5) / 250) * (far < 250 ? 2.5 : far < 1000 ? 2 : 1.5)
    if (closest > best) best = closest
  }
  return best
}

/** How many names before and after are looked at for nearness: enough for a report, few for a book. */
const BESIDE = 40

/** The same name elsewhere in the report means the same place, unless its own words say otherwise. */
const spread = (names: readonly Name[], chosen: readonly (Resolved | null)[]): (Resolved | null)[] => {
  const told = new Map<string, Resolved>()
  names.forEach((n, i) => {
    const r = chosen[i]
    if (r && /^(within|near [^o])/.test(r.why) && !told.has(n.text.toLowerCase())) told.set(n.text.toLowerCase(), r)
  })
  return names.map((n, i) => {
    const r = told.get(n.text.toLowerCase())
    return r && n.within < 0 && n.near < 0 && n.candidates.some(c => c.id === r.candidate.id)
      ? { candidate: r.candidate, why: `as where it is ${r.why}` }
      : chosen[i]
  })
}

/** Candidates of a name, those of another spelling only when nothing else fits. */
export const candidatesOf = (gazetteer: Gazetteer, text: string): Candidate[] => {
  const found = gazetteer.lookup(text)
  // "Mexico City" is no Mexico.
  const whole = found[0]?.match === 'exact' && found[0].rank >= 5
  return found.filter(c => !whole || c.match === 'exact').slice(0, CONSIDERED)
}
