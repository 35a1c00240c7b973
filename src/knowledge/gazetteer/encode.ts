import { fold, loosen } from './fold.ts'
import { BLOCK, BUCKETS, type Entry, type Header, hash, KINDS, packRadius, VERSION } from './format.ts'

class Bytes {
  data = new Uint8Array(1 << 16)
  length = 0
  push(...bytes: number[]) {
    for (const b of bytes) {
      if (this.length === this.data.length) {
        const grown = new Uint8Array(this.length * 2)
        grown.set(this.data)
        this.data = grown
      }
      this.data[this.length++] = b
    }
  }
  varint(n: number) {
    for (; n >= 128; n = Math.floor(n / 128)) this.push((n & 127) | 128)
    this.push(n)
  }
  done = (): Uint8Array => this.data.slice(0, this.length)
}

/** Front codes sorted byte strings in blocks; `after` writes what follows each. */
const frontCode = (
  strings: readonly Uint8Array[],
  after: (out: Bytes, i: number) => void,
): { bytes: Uint8Array; blocks: Uint32Array } => {
  const out = new Bytes()
  const blocks = new Uint32Array(Math.ceil(strings.length / BLOCK) + 1)
  strings.forEach((s, i) => {
    let shared = 0
    if (i % BLOCK === 0) blocks[i / BLOCK] = out.length
    else while (shared < 255 && shared < s.length && s[shared] === strings[i - 1][shared]) shared++
    const end = Math.min(s.length, shared + 255)
    out.push(shared, end - shared, ...s.subarray(shared, end))
    after(out, i)
  })
  blocks[blocks.length - 1] = out.length
  return { bytes: out.done(), blocks }
}

const codePoints = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Makes an index file of `entries`. `source` names what it was made from; a test compares it. */
export const encodeIndex = (entries: readonly Entry[], source: string): Uint8Array => {
  const places = [...entries].sort((a, b) => codePoints(a.name, b.name))
  const countries = [...new Set(places.map(p => p.country))].sort(codePoints)
  const regions = [...new Set(['', ...places.map(p => p.region)])].sort(codePoints)
  const countryIndex = new Map(countries.map((c, i) => [c, i]))
  const regionIndex = new Map(regions.map((c, i) => [c, i]))
  const postings = new Map<string, number[]>()
  const loose = new Set<string>()
  places.forEach((p, i) => {
    const own = fold(p.name)
    for (const key of new Set([p.name, ...p.names].map(fold))) {
      if (!key || key.length > 60) continue
      const posting = 2 * i + (key === own ? 0 : 1)
      const list = postings.get(key)
      if (list) list.push(posting)
      else postings.set(key, [posting])
      if (p.loose) loose.add(key)
    }
  })
  const keys = [...postings.keys()].sort(codePoints)
  const utf8 = new TextEncoder()
  const names = frontCode(
    places.map(p => utf8.encode(p.name.slice(0, 80))),
    () => {},
  )
  const keyed = frontCode(
    keys.map(k => utf8.encode(k)),
    (out, i) => {
      const ids = postings.get(keys[i])!
      out.varint(ids.length)
      ids.forEach((id, k) => {
        out.varint(k ? id - ids[k - 1] : id)
      })
    },
  )
  const hashed = keys
    .flatMap((k, i) => (loose.has(k) && loosen(k) ? [[hash(loosen(k)), i] as const] : []))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const buckets = new Uint32Array(BUCKETS + 1)
  for (const [h] of hashed) buckets[(h >>> 16) + 1]++
  for (let b = 0; b < BUCKETS; b++) buckets[b + 1] += buckets[b]
  const looseKeys = new Bytes()
  for (const [, i] of hashed) looseKeys.push(i & 255, (i >> 8) & 255, i >> 16)
  const arrays: Record<string, ArrayBufferView> = {
    lat: Int16Array.from(places, p => Math.round(p.lat * 360)),
    lon: Int16Array.from(places, p => Math.max(-32400, Math.min(32400, Math.round(p.lon * 180)))),
    country: Uint8Array.from(places, p => countryIndex.get(p.country)!),
    region: Uint16Array.from(places, p => regionIndex.get(p.region)!),
    kind: Uint8Array.from(places, p => KINDS.indexOf(p.kind)),
    rank: Uint8Array.from(places, p => Math.max(0, Math.min(255, Math.round(p.rank * 25)))),
    radius: Uint8Array.from(places, p => packRadius(p.radius)),
    names: names.bytes,
    nameBlocks: names.blocks,
    keyBytes: keyed.bytes,
    keyBlocks: keyed.blocks,
    looseBuckets: buckets,
    looseRest: Uint16Array.from(hashed, ([h]) => h & 0xffff),
    looseKeys: looseKeys.done(),
  }
  return assemble(
    { version: VERSION, source, places: places.length, keys: keys.length, loose: hashed.length, countries, regions },
    arrays,
  )
}

const assemble = (fixed: Omit<Header, 'sections'>, arrays: Record<string, ArrayBufferView>): Uint8Array => {
  const sections: Record<string, [number, number]> = {}
  let offset = 0
  for (const [name, a] of Object.entries(arrays)) {
    sections[name] = [offset, a.byteLength]
    offset += Math.ceil(a.byteLength / 4) * 4
  }
  const text = JSON.stringify({ ...fixed, sections })
  const header = new TextEncoder().encode(text.padEnd(text.length + 4 - (text.length % 4)))
  const file = new Uint8Array(4 + header.length + offset)
  new DataView(file.buffer).setUint32(0, header.length, true)
  file.set(header, 4)
  for (const [name, a] of Object.entries(arrays)) {
    file.set(new Uint8Array(a.buffer, a.byteOffset, a.byteLength), 4 + header.length + sections[name][0])
  }
  return file
}
