import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { ISO2_OF } from '../../knowledge/gazetteer/codes.ts'
import type { Entry, PlaceKind } from '../../knowledge/gazetteer/format.ts'
import { openMember, zipMembers } from './zip.ts'

/** GeoNames' feature codes that are taken, by class and code; other features (roads, farms, hotels) are left out. */
const FEATURES: readonly (readonly [RegExp, PlaceKind, number])[] = [
  [/^P\.PPLX$/, 'quarter', 2.2],
  [/^P\.(?!PPLQ|PPLW|PPLCH|PPLH)/, 'town', 2.5],
  [/^A\.ADM1/, 'region', 5],
  [/^A\.(ADM[2-5]|ADMD)$/, 'district', 3.2],
  [/^L\.(RGN|AREA|OAS|MILB|OILF|CTRS?|REFU)/, 'area', 3],
  [/^S\.(AIRP|AIRB|AIRF|CMP.*|DAM|MIL.*|PRN|OILR|PSH?|BDG|MSQE|HSP|FCL)$/, 'site', 2.4],
  [/^T\.(MT|MTS|HLL|HLLS|PK|PKS|RDGE|PASS|VAL|PLN|DSRT|PEN)$/, 'mountain', 2.4],
  [/^T\.(ISL|ISLS|ISLT)$/, 'island', 2.8],
  [/^H\.(STM|STMI|WAD|WADI)$/, 'river', 2.2],
  [/^H\.(LK|LKS|RSV)$/, 'lake', 2.4],
  [/^H\.(GULF|SEA|BAY|STRT|CHN)$/, 'sea', 2.6],
]

const isLatin = (s: string): boolean => /^[\p{Script=Latin}\p{M}\p{P}\s`´0-9]+$/u.test(s)
const rankOf = (people: number, least: number): number => Math.max(least, people > 0 ? Math.log10(people) : 0)

/** One line of a GeoNames dump (19 columns, readme.txt at download.geonames.org), or null when it is no place that reports name. */
export const fromGeoNames = (line: string): Entry | null => {
  const f = line.split('\t')
  if (f.length < 15) return null
  const feature = FEATURES.find(([pattern]) => pattern.test(`${f[6]}.${f[7]}`))
  const [lat, lon] = [Number(f[4]), Number(f[5])]
  if (!feature || !f[1] || !isPoint(lat, lon)) return null
  const [, kind, least] = feature
  const names = [f[2], ...f[3].split(',')].filter(n => n.length > 2 && isLatin(n) && !/^[A-Z]{3,4}$/.test(n))
  return entry({
    name: f[1],
    names,
    lat,
    lon,
    country: f[8],
    region: f[10] ? `${f[8]}.${f[10]}` : '',
    kind,
    rank: rankOf(Number(f[14]), least),
  })
}

const entry = (e: Omit<Entry, 'radius' | 'loose'>): Entry => ({ ...e, radius: RADIUS[e.kind] ?? 3, loose: true })
const RADIUS: Partial<Record<PlaceKind, number>> = {
  country: 400,
  region: 60,
  district: 20,
  area: 20,
  sea: 60,
  river: 40,
  lake: 10,
  mountain: 5,
  island: 10,
}
const isPoint = (lat: number, lon: number): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(lat === 0 && lon === 0)

/** Splits one CSV line (RFC 4180 quoting; no line breaks inside fields). */
export const splitCsv = (line: string): string[] => {
  const out: string[] = []
  let [field, quoted] = ['', false]
  for (let i = 0; i < line.length; i++) {
    const c = line[i]
    if (quoted && c === '"' && line[i + 1] === '"') field += line[++i]
    else if (c === '"') quoted = !quoted
    else if (c === ',' && !quoted) {
      out.push(field)
      field = ''
    } else field += c
  }
  return [...out, field]
}

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  name: ['name', 'wof:name', 'place', 'title'],
  lat: ['lat', 'latitude', 'geom_latitude', 'lbl_latitude', 'y'],
  lon: ['lon', 'lng', 'long', 'longitude', 'geom_longitude', 'lbl_longitude', 'x'],
  country: ['country', 'iso', 'iso2', 'iso3', 'iso_country', 'wof_country', 'country_code'],
  kind: ['kind', 'placetype', 'type'],
  names: ['names', 'other_names', 'alternatenames', 'aliases'],
  people: ['population', 'people', 'gn_population'],
}

/** Who's On First's place types, and our own kinds, in our terms. */
const KIND_OF: Readonly<Record<string, PlaceKind>> = {
  locality: 'town',
  localadmin: 'district',
  borough: 'quarter',
  neighbourhood: 'quarter',
  microhood: 'quarter',
  macrohood: 'quarter',
  county: 'district',
  macrocounty: 'district',
  region: 'region',
  macroregion: 'area',
  campus: 'site',
  marinearea: 'sea',
  ocean: 'sea',
  village: 'town',
  city: 'town',
  town: 'town',
  quarter: 'quarter',
  district: 'district',
  area: 'area',
  site: 'site',
  sea: 'sea',
  strait: 'strait',
  river: 'river',
  lake: 'lake',
  island: 'island',
  mountain: 'mountain',
}

/** Reads the lines of the CSV file `path` under a header that names at least name, lat and lon (also as in Who's On First's meta files). Throws when it does not. */
export const csvReader = (header: string, path: string): ((line: string) => Entry | null) => {
  const columns = splitCsv(header.replace(/^\uFEFF/, '')).map(c => c.trim().toLowerCase())
  const at = Object.fromEntries(Object.entries(COLUMNS).map(([k, names]) => [k, columns.findIndex(c => names.includes(c))]))
  if (at.name < 0 || at.lat < 0 || at.lon < 0)
    throw new Error(
      `${path}: the first line must name the columns, at least name, lat, lon (also country, kind, names, population).`,
    )
  return line => {
    const f = splitCsv(line)
    const cell = (k: string) => (at[k] < 0 ? '' : (f[at[k]] ?? '').trim())
    const [lat, lon] = [Number.parseFloat(cell('lat')), Number.parseFloat(cell('lon'))]
    if (!cell('name') || !isPoint(lat, lon)) return null
    const kind = KIND_OF[cell('kind').toLowerCase()] ?? 'town'
    const code = cell('country').toUpperCase()
    return entry({
      name: cell('name'),
      names: cell('names')
        .split(/[;|]/)
        .map(n => n.trim())
        .filter(Boolean),
      lat,
      lon,
      country: ISO2_OF[code] ?? code.slice(0, 2),
      region: '',
      kind,
      rank: rankOf(Number(cell('people')), kind === 'town' ? 2.5 : 3),
    })
  }
}

/** Places of a Who's On First GeoJSON file: one feature or a collection. */
export const fromGeoJson = (text: string): Entry[] => {
  const json = JSON.parse(text) as { features?: unknown[] }
  return (json.features ?? [json]).flatMap(feature => {
    const p = ((feature as { properties?: Record<string, unknown> }).properties ?? {}) as Record<string, unknown>
    const point = (feature as { geometry?: { type?: string; coordinates?: unknown } }).geometry
    const [x, y] =
      point?.type === 'Point' ? (point.coordinates as number[]) : [Number(p['geom:longitude']), Number(p['geom:latitude'])]
    const name = String(p['wof:name'] ?? p.name ?? '')
    if (!name || !isPoint(y, x)) return []
    const names = Object.entries(p).flatMap(([k, v]) =>
      k.startsWith('name:') && Array.isArray(v) ? v.filter((n): n is string => typeof n === 'string' && isLatin(n)) : [],
    )
    const kind = KIND_OF[String(p['wof:placetype'] ?? p.kind ?? '')] ?? 'town'
    return [
      entry({
        name,
        names,
        lat: y,
        lon: x,
        country: String(p['iso:country'] ?? p['wof:country'] ?? p.country ?? '').slice(0, 2),
        region: '',
        kind,
        rank: rankOf(Number(p['wof:population'] ?? p['gn:population']), 2.5),
      }),
    ]
  })
}

/** Most places that one user file may hold: more would not fit in memory while it is made. */
export const MOST = 3_000_000

/**
 * Reads the places of a file: a GeoNames dump (XX.txt or a .zip of one), Who's On First (.geojson or its CSV), or a CSV of the user's own.
 * `country` (alpha-2) keeps only places there. Throws with a message for the user when the file is none of these, or holds too many.
 */
export const readPlaces = async (path: string, country: string | null): Promise<Entry[]> => {
  const places: Entry[] = []
  const keep = (e: Entry | null) => {
    if (!e || (country && e.country !== country)) return
    if (places.length >= MOST)
      throw new Error(`${path} holds more than ${MOST.toLocaleString('en')} places: choose a country with --country.`)
    places.push(e)
  }
  if (/\.(geo)?json$/i.test(path)) for (const e of fromGeoJson(readFileSync(path, 'utf8'))) keep(e)
  else if (/\.zip$/i.test(path)) {
    const member = zipMembers(path).find(m => /^[^/]+\.txt$/i.test(m.name) && !/readme/i.test(m.name))
    if (!member) throw new Error(`${path} holds no GeoNames dump (a .txt file).`)
    await eachLine(openMember(path, member), line => keep(fromGeoNames(line)))
  } else await readLines(path, keep)
  if (!places.length)
    throw new Error(
      `No places found in ${path}. It should be a GeoNames dump (XX.txt, allCountries.zip), Who's On First (.geojson, .csv) or a CSV with name, lat, lon.`,
    )
  return places
}

const readLines = async (path: string, keep: (e: Entry | null) => void): Promise<void> => {
  let read: ((line: string) => Entry | null) | null = null
  await eachLine(createReadStream(path), line => {
    if (read) keep(read(line))
    else if (line.split('\t').length >= 15) {
      read = fromGeoNames
      keep(fromGeoNames(line))
    } else read = csvReader(line, path)
  })
}

const eachLine = async (input: Readable, visit: (line: string) => void): Promise<void> => {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) if (line) visit(line)
}
