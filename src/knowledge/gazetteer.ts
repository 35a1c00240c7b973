import { ISO2_OF, ISO3_OF } from './gazetteer/codes.ts'
import { fold, type Generic, loosen, stripGeneric } from './gazetteer/fold.ts'
import { entryOf, type Index, openIndex, type PlaceKind, placesLoosely, placesUnder } from './gazetteer/format.ts'

/** A place that a name may mean. */
export interface Candidate {
  /** Unique within the gazetteer. */
  readonly id: number
  readonly name: string
  readonly lat: number
  readonly lon: number
  /** ISO 3166 alpha-3, null for none (seas) . */
  readonly country: string | null
  /** First-level division ("SY.09"), or ''. */
  readonly region: string
  readonly kind: PlaceKind
  /** Prominence, about log10 of its people: a village 2.5, a capital 7, a country 9. */
  readonly rank: number
  /** Kilometres around the point. */
  readonly radius: number
  /** How the name met it: as written, without the word for its kind, or as another spelling. */
  readonly match: 'exact' | 'generic' | 'spelling'
  /** Higher is likelier, all things but the report considered. */
  readonly score: number
  /** Why, in words: "exact name; town; country as asked". */
  readonly why: string
}

export interface LookupOptions {
  /** ISO 3166 alpha-2 or alpha-3: places there come first. */
  readonly country?: string
  /** Places of this kind come first. */
  readonly kind?: PlaceKind
  /** Whether other spellings are tried when the name itself is not known (default true). */
  readonly spellings?: boolean
}

/** The compiled gazetteer, with the user's own places if any. */
export interface Gazetteer {
  /** Number of places. */
  readonly size: number
  /** Places that `name` may mean, likeliest first; [] when there is none. */
  lookup(name: string, options?: LookupOptions): Candidate[]
  /** Whether any place is called exactly so (after folding case, accents and punctuation). Cheaper than `lookup`. */
  has(name: string): boolean
}

/** Bonus for a candidate in the country asked for: more than any prominence. */
const IN_COUNTRY = 12

/** Kinds of place that a word beside the name ("province") fits, best first. */
const FITS: Readonly<Record<Generic, readonly PlaceKind[]>> = {
  town: ['town'],
  region: ['region', 'area', 'district'],
  district: ['district', 'region', 'area', 'quarter'],
  site: ['site', 'quarter'],
  island: ['island'],
  river: ['river'],
  sea: ['sea', 'strait'],
  mountain: ['mountain', 'area'],
}

/**
 * Opens index files (the package's own first, then the user's): see `encodeIndex`. Throws when one is damaged.
 * At least 100,000 look-ups a second; opening copies nothing.
 */
export const openGazetteer = (files: readonly Uint8Array[]): Gazetteer => {
  const indexes = files.filter(f => f.length).map(openIndex)
  return {
    size: indexes.reduce((n, i) => n + i.places, 0),
    has: name => {
      const key = fold(name)
      return !!key && indexes.some(i => placesUnder(i, key).length > 0)
    },
    lookup: (name, options = {}) => lookup(indexes, name, options),
  }
}

const lookup = (indexes: readonly Index[], name: string, options: LookupOptions): Candidate[] => {
  const key = fold(name)
  if (!key) return []
  const country = options.country ? (ISO2_OF[options.country] ?? options.country) : null
  const found = new Map<number, Candidate>()
  const add = (ids: (index: Index) => number[], match: Candidate['match'], generic: Generic | null) => {
    indexes.forEach((index, n) => {
      for (const posting of ids(index)) {
        const unique = n * 0x1000000 + (posting >> 1)
        if (!found.has(unique))
          found.set(unique, candidate(index, posting, unique, match, generic, country, options.kind ?? null))
      }
    })
  }
  const stripped = stripGeneric(key)
  add(i => placesUnder(i, key), 'exact', stripped?.kind ?? null)
  if (stripped) add(i => placesUnder(i, stripped.key), 'generic', stripped.kind)
  const missing =
    found.size === 0 || (country !== null && ![...found.values()].some(c => c.country === (ISO3_OF[country] ?? null)))
  if (missing && options.spellings !== false) {
    const loose = loosen(key)
    if (loose) add(i => placesLoosely(i, loose), 'spelling', null)
    const looseStripped = stripped ? loosen(stripped.key) : ''
    if (looseStripped) add(i => placesLoosely(i, looseStripped), 'spelling', stripped!.kind)
  }
  const sorted = [...found.values()].sort((a, b) => b.score - a.score || a.id - b.id)
  return indexes.length > 1 ? withoutDoubles(sorted) : sorted
}

/** Leaves out a user's place that the package knows too: of the same kind, less than about five kilometres away. */
const withoutDoubles = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(
    (c, i) =>
      !candidates.some(
        (o, k) => k !== i && o.kind === c.kind && Math.abs(o.lat - c.lat) < 0.05 && Math.abs(o.lon - c.lon) < 0.05 && o.id < c.id,
      ),
  )

const candidate = (
  index: Index,
  posting: number,
  unique: number,
  match: Candidate['match'],
  generic: Generic | null,
  country: string | null,
  kind: PlaceKind | null,
): Candidate => {
  const e = entryOf(index, posting >> 1)
  const why = [WHY[match], e.kind]
  let score = e.rank
  if (match === 'spelling') score -= 3
  if (match === 'exact' && posting & 1) {
    score -= 0.6
    why.push('other name')
  }
  const fit = generic ? FITS[generic].indexOf(e.kind) : -1
  if (fit >= 0) {
    score += 4 - fit
    why.push('kind as written')
  } else if (generic && match !== 'exact') score -= 2.5
  // Without a word for its kind, a town beats the division that bears its name.
  if (!generic && match !== 'spelling' && (e.kind === 'district' || (e.kind === 'region' && e.rank < 6))) score -= 1
  if (kind && e.kind === kind) {
    score += 3
    why.push('kind as asked')
  }
  if (country && e.country === country) {
    score += IN_COUNTRY
    why.push('country as asked')
  }
  return { ...e, id: unique, country: ISO3_OF[e.country] ?? null, match, score, why: why.join('; ') }
}

const WHY: Readonly<Record<Candidate['match'], string>> = {
  exact: 'name as written',
  generic: 'name without the word for its kind',
  spelling: 'another spelling',
}
