/** How the units of a decoded text lie in its bytes. */
export interface Decoded {
  /** The text without byte order mark, line breaks as they are. */
  readonly text: string
  /** WHATWG label: "utf-8", "windows-1252"... */
  readonly encoding: string
  /** The byte at which UTF-16 unit `unit` (0 to `text.length`) begins. Asked in rising order it costs one pass in all. */
  readonly byteAt: (unit: number) => number
}

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46]],
  ['a zip, Word or Excel file', [0x50, 0x4b, 3, 4]],
  ['an old Word or Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a TIFF picture', [0x49, 0x49, 0x2a, 0]],
  ['a gzip file', [0x1f, 0x8b]],
  ['a 7z file', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR file', [0x52, 0x61, 0x72, 0x21]],
  ['a bzip2 file', [0x42, 0x5a, 0x68]],
  ['an xz file', [0xfd, 0x37, 0x7a, 0x58]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['an RTF file', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a RIFF file (sound, film or picture)', [0x52, 0x49, 0x46, 0x46]],
  ['a web archive or property list', [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74]],
  ['an MP3 file', [0x49, 0x44, 0x33]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['WebAssembly', [0, 0x61, 0x73, 0x6d]],
]
const SAMPLE = 64 * 1024

/** What kind of binary file the bytes are, in words, or null for text. Judged by the first bytes and by control characters. */
export const binaryKind = (bytes: Uint8Array): string | null => {
  const magic = MAGIC.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (magic) return magic[0]
  if (wideOf(bytes)) return null
  const sample = bytes.subarray(0, SAMPLE)
  let zeros = 0
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) zeros++
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27 && byte !== 26) controls++
  }
  return zeros > sample.length / 500 || controls > sample.length / 50 ? 'binary data' : null
}

/** UTF-16 by its mark, or by zero bytes that nearly all stand in odd or in even places. */
const wideOf = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 8) return null
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]++
  const half = length / 2
  if (zeros[1] > half * 0.7 && zeros[0] < half * 0.05) return 'utf-16le'
  if (zeros[0] > half * 0.7 && zeros[1] < half * 0.05) return 'utf-16be'
  return null
}

const META =
  /<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([a-z0-9_:-]{2,40})|^\s{0,20}<\?xml[^>]{0,200}encoding=["']([a-z0-9_:-]{2,40})/i

const declared = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const match = META.exec(head)
  return labelled(match?.[1] ?? match?.[2])
}

const labelled = (label: string | undefined): string | null => {
  if (!label) return null
  try {
    // A page that can be read this far is not UTF-16, whatever it says (as the HTML standard has it).
    const name = new TextDecoder(label).encoding
    return name.startsWith('utf-16') ? 'utf-8' : name
  } catch {
    return null
  }
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** UTF-8 with some damage: far more whole sequences of several bytes than broken ones. */
const isNearlyUtf8 = (bytes: Uint8Array): boolean => {
  const sample = new TextDecoder().decode(bytes.subarray(0, SAMPLE))
  const broken = sample.match(/\uFFFD+/g)?.length ?? 0
  const whole = sample.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return whole > broken * 10
}

/**
 * Decodes the bytes of a news file: byte order mark, UTF-16 by its zeros, UTF-8 where the bytes are valid, else what the sender
 * named (`label`), else what the page declares, else Windows-1252. Damaged sequences become U+FFFD. Never throws.
 */
export const decode = (bytes: Uint8Array, label?: string): Decoded => {
  const wide = wideOf(bytes)
  if (wide) {
    const from = bytes[0] + bytes[1] === 0x1fd ? 2 : 0
    return decodedWide(bytes, wide, from)
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (marked || isUtf8(bytes) || isNearlyUtf8(bytes)) return decodedBy(bytes, 'utf-8', marked ? 3 : 0)
  return decodedBy(bytes, labelled(label) ?? declared(bytes) ?? 'windows-1252', 0)
}

const decodedWide = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', from: number): Decoded => {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(from))
  return { text, encoding, byteAt: unit => Math.min(bytes.length, from + unit * 2) }
}

const decodedBy = (bytes: Uint8Array, encoding: string, from: number): Decoded => {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(from))
  if (text.length === bytes.length - from) return { text, encoding, byteAt: unit => from + unit }
  let starts: Uint32Array | null = null
  return {
    text,
    encoding,
    byteAt: unit => {
      starts ??= startsOf(bytes, encoding, from, text.length)
      return starts[unit]
    },
  }
}

/** The byte of each unit, found by decoding byte after byte: right for every encoding, damaged ones too. */
const startsOf = (bytes: Uint8Array, encoding: string, from: number, length: number): Uint32Array => {
  const starts = new Uint32Array(length + 1)
  if (encoding === 'utf-8' && isUtf8(bytes)) {
    let unit = 0
    for (let i = from; i < bytes.length; i++) {
      if ((bytes[i] & 0xc0) === 0x80) continue
      starts[unit++] = i
      if (bytes[i] >= 0xf0) starts[unit++] = i + 2
    }
    starts[length] = bytes.length
    return starts
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  let unit = 0
  let begun = from
  for (let i = from; i <= bytes.length && unit < length; i++) {
    const piece = i === bytes.length ? decoder.decode() : decoder.decode(bytes.subarray(i, i + 1), { stream: true })
    for (let k = 0; k < piece.length && unit < length; k++) {
      // A byte that ends a damaged sequence gives the sign of the damage and itself.
      const own = k > 0 && k === piece.length - 1 && !/[\uDC00-\uDFFF]/.test(piece[k])
      starts[unit++] = own ? Math.min(i, bytes.length) : begun
    }
    if (piece) begun = Math.min(i + 1, bytes.length)
  }
  starts.fill(bytes.length, unit)
  return starts
}
