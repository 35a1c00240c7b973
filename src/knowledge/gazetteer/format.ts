import { loosen } from './fold.ts'

/** Kinds of place. `area` is a region without borders of its own (a front, a valley, a historical land); `site` a camp, base, airport, dam. */
export const KINDS = [
  'country',
  'region',
  'district',
  'town',
  'quarter',
  'area',
  'site',
  'continent',
  'sea',
  'strait',
  'river',
  'lake',
  'island',
  'mountain',
] as const
export type PlaceKind = (typeof KINDS)[number]

/** One place to be put into an index. */
export interface Entry {
  /** The name it is shown by. */
  readonly name: string
  /** Its other names as written. */
  readonly names: readonly string[]
  readonly lat: number
  readonly lon: number
  /** ISO 3166 alpha-2, '' for none (seas). */
  readonly country: string
  /** Code of the first-level division it lies in ("SY.09"), or ''. */
  readonly region: string
  readonly kind: PlaceKind
  /** Prominence: log10 of its people or what ranks beside that, 0 to 10. */
  readonly rank: number
  /** Kilometres around the point. */
  readonly radius: number
  /** Whether its name is romanised in several ways, so that it is indexed under `loosen` too. */
  readonly loose: boolean
}

/** Arrays of an index file; offsets are bytes from the end of the header. */
export interface Header {
  readonly version: number
  /** Hash of what it was made from. */
  readonly source: string
  readonly places: number
  readonly keys: number
  readonly loose: number
  readonly countries: readonly string[]
  readonly regions: readonly string[]
  readonly sections: Readonly<Record<string, readonly [number, number]>>
}

/** An index in memory: arrays over places (by number) and sorted keys in blocks of 16, front coded. */
export interface Index extends Header {
  readonly lat: Int16Array
  readonly lon: Int16Array
  readonly country: Uint8Array
  readonly region: Uint16Array
  readonly kind: Uint8Array
  readonly rank: Uint8Array
  readonly radius: Uint8Array
  readonly names: Uint8Array
  readonly nameBlocks: Uint32Array
  readonly keyBytes: Uint8Array
  readonly keyBlocks: Uint32Array
  readonly looseBuckets: Uint32Array
  readonly looseRest: Uint16Array
  readonly looseKeys: Uint8Array
}

export const VERSION = 1
export const BLOCK = 16
export const BUCKETS = 1 << 16

/** FNV-1a, 32 bits. */
export const hash = (s: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Kilometres in one byte, finer for small ones. */
export const packRadius = (km: number): number => Math.max(0, Math.min(255, Math.round(20 * Math.log2(1 + km))))
const unpackRadius = (byte: number): number => 2 ** (byte / 20) - 1

/** Opens an index file without copying it. Throws when it is damaged or of another version. */
export const openIndex = (file: Uint8Array): Index => {
  const bytes = file.byteOffset % 4 ? file.slice() : file
  const length = bytes.length < 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  if (length < 0 || length > bytes.length) throw new Error('The gazetteer file is damaged.')
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header
  if (header.version !== VERSION)
    throw new Error(`The gazetteer file has format ${header.version}; this program reads ${VERSION}.`)
  const base = bytes.byteOffset + 4 + length
  const at = (name: string): readonly [ArrayBufferLike, number, number] => [
    bytes.buffer,
    base + header.sections[name][0],
    header.sections[name][1],
  ]
  const u8 = (name: string) => new Uint8Array(...at(name))
  const [u16, u32, i16] = [
    (n: string) => new Uint16Array(at(n)[0], at(n)[1], at(n)[2] / 2),
    (n: string) => new Uint32Array(at(n)[0], at(n)[1], at(n)[2] / 4),
    (n: string) => new Int16Array(at(n)[0], at(n)[1], at(n)[2] / 2),
  ]
  return {
    ...header,
    lat: i16('lat'),
    lon: i16('lon'),
    country: u8('country'),
    region: u16('region'),
    kind: u8('kind'),
    rank: u8('rank'),
    radius: u8('radius'),
    names: u8('names'),
    nameBlocks: u32('nameBlocks'),
    keyBytes: u8('keyBytes'),
    keyBlocks: u32('keyBlocks'),
    looseBuckets: u32('looseBuckets'),
    looseRest: u16('looseRest'),
    looseKeys: u8('looseKeys'),
  }
}

/** What is stored of place `id`. */
export const entryOf = (index: Index, id: number): Omit<Entry, 'names' | 'loose'> => ({
  name: nameOf(index, id),
  lat: Math.round((index.lat[id] / 360) * 1000) / 1000,
  lon: Math.round((index.lon[id] / 180) * 1000) / 1000,
  country: index.countries[index.country[id]],
  region: index.regions[index.region[id]],
  kind: KINDS[index.kind[id]],
  rank: index.rank[id] / 25,
  radius: Math.round(unpackRadius(index.radius[id])),
})

const utf8 = new TextDecoder()
const scratch = new Uint8Array(512)

/** The name that place `id` is shown by. */
export const nameOf = (index: Index, id: number): string => {
  let at = index.nameBlocks[id >> 4]
  let length = 0
  for (let k = (id >> 4) << 4; k <= id; k++) {
    const [shared, added] = [index.names[at], index.names[at + 1]]
    scratch.set(index.names.subarray(at + 2, at + 2 + added), shared)
    length = shared + added
    at += 2 + added
  }
  for (let i = 0; i < length; i++) if (scratch[i] > 127) return utf8.decode(scratch.subarray(0, length))
  return String.fromCharCode(...scratch.subarray(0, length))
}

/** Places stored under exactly `key`: each twice its number, plus one where the key is another name of it than the one shown. */
export const placesUnder = (index: Index, key: string): number[] => {
  const block = blockOf(index, key)
  return block < 0 ? [] : (scanBlock(index, block, (length, ids) => (equal(key, length) ? ids() : null)) ?? [])
}

/** Places stored under a key that `loosen` makes the same as `loose`, as `placesUnder` gives them. */
export const placesLoosely = (index: Index, loose: string): number[] => {
  const h = hash(loose)
  const out: number[] = []
  for (let i = index.looseBuckets[h >>> 16]; i < index.looseBuckets[(h >>> 16) + 1]; i++) {
    if (index.looseRest[i] !== (h & 0xffff)) continue
    const keyNumber = index.looseKeys[3 * i] | (index.looseKeys[3 * i + 1] << 8) | (index.looseKeys[3 * i + 2] << 16)
    let k = (keyNumber >> 4) << 4
    const ids = scanBlock(index, keyNumber >> 4, (length, read) =>
      k++ === keyNumber && loosen(utf8.decode(scratch.subarray(0, length))) === loose ? read() : null,
    )
    if (ids) out.push(...ids)
  }
  return out
}

const equal = (key: string, length: number): boolean => {
  if (key.length !== length) return false
  for (let i = 0; i < length; i++) if (key.charCodeAt(i) !== scratch[i]) return false
  return true
}

/** The block whose first key is the last one not after `key`; -1 if none. */
const blockOf = (index: Index, key: string): number => {
  let [low, high] = [0, index.keyBlocks.length - 2]
  let found = -1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (compareFirst(index, middle, key) <= 0) {
      found = middle
      low = middle + 1
    } else high = middle - 1
  }
  return found
}

const compareFirst = (index: Index, block: number, key: string): number => {
  const at = index.keyBlocks[block]
  const length = index.keyBytes[at + 1]
  for (let i = 0; i < length && i < key.length; i++) {
    const d = index.keyBytes[at + 2 + i] - key.charCodeAt(i)
    if (d) return d
  }
  return length - key.length
}

/** Calls `visit` with each key of a block (in `scratch`, `length` bytes) until it gives something. */
const scanBlock = (
  index: Index,
  block: number,
  visit: (length: number, ids: () => number[]) => number[] | null,
): number[] | null => {
  const bytes = index.keyBytes
  const end = index.keyBlocks[block + 1]
  let at = index.keyBlocks[block]
  const varint = () => {
    let [n, scale] = [0, 1]
    for (; bytes[at] >= 128; at++, scale *= 128) n += (bytes[at] & 127) * scale
    return n + bytes[at++] * scale
  }
  while (at < end) {
    const [shared, added] = [bytes[at], bytes[at + 1]]
    for (let i = 0; i < added; i++) scratch[shared + i] = bytes[at + 2 + i]
    at += 2 + added
    const count = varint()
    const start = at
    const found = visit(shared + added, () => {
      at = start
      const ids: number[] = []
      for (let i = 0; i < count; i++) ids.push(i ? ids[i - 1] + varint() : varint())
      return ids
    })
    if (found) return found
    at = start
    for (let i = 0; i < count; i++) varint()
  }
  return null
}
