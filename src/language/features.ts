/** FNV-1a over UTF-16 code units with a final mix, as models/english/train.py computes it. Unsigned 32 bits. */
export const hash32 = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 12)) >>> 0
}

/** Digits to 0 and typographic quotes to straight ones. */
export const normaliseForm = (form: string): string => form.replace(/[0-9]/g, '0').replace(/[’‘]/g, "'").replace(/[“”]/g, '"')

const shapeOf = (ch: string): string => {
  if (ch >= 'A' && ch <= 'Z') return 'X'
  if (ch >= 'a' && ch <= 'z') return 'x'
  if (ch >= '0' && ch <= '9') return 'd'
  if (ch.length === 1 && ch < '\x80') return ch
  if (ch.toLowerCase() !== ch) return 'X'
  return ch.toUpperCase() !== ch ? 'x' : ch
}

/** Letters to X, x and digits to d, runs cut at three: "Mi-17" -> "Xx-dd". */
export const shape = (form: string): string => {
  let out = ''
  let last = ''
  let run = 0
  for (const ch of form) {
    const c = shapeOf(ch)
    run = c === last ? run + 1 : 1
    last = c
    if (run <= 3) out += c
  }
  return out
}

/** Rows of the embedding tables for a form: vector, word (two probes), suffix of three and two, prefix of three, shape. */
export interface FeatureRows {
  readonly vector: number
  readonly word: readonly [number, number]
  readonly suffix3: number
  readonly suffix2: number
  readonly prefix: number
  readonly shape: number
}

/** Sizes (numbers of rows) of the hashed tables. */
export interface FeatureSizes {
  readonly word: number
  readonly suffix3: number
  readonly suffix2: number
  readonly prefix: number
  readonly shape: number
}

/** The rows of a form, given the word vectors' index (word -> row, from 1; 0 is "unknown"). */
export const featureRows = (form: string, index: ReadonlyMap<string, number>, sizes: FeatureSizes): FeatureRows => {
  const low = normaliseForm(form).toLowerCase()
  const points = [...low]
  const h = hash32(low)
  return {
    vector: index.get(low) ?? index.get(form.toLowerCase()) ?? 0,
    word: [h % sizes.word, (h >>> 13) % sizes.word],
    suffix3: hash32(`s${points.slice(-3).join('')}`) % sizes.suffix3,
    suffix2: hash32(`t${points.slice(-2).join('')}`) % sizes.suffix2,
    prefix: hash32(`p${points.slice(0, 3).join('')}`) % sizes.prefix,
    shape: hash32(shape(form)) % sizes.shape,
  }
}
