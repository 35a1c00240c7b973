const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  score: 20,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  lakh: 1e5,
  crore: 1e7,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
}
const FRACTIONS: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25, third: 1 / 3 }
const DIGITS = /^\d{1,3}(?:[,.  ']\d{3})+(?:\.\d+)?$|^\d+(?:[.,]\d+)?$/

const digits = (word: string): number | null => {
  if (!DIGITS.test(word)) return null
  const grouped = /^\d{1,3}(?:[,.  ']\d{3})+(?:\.\d+)?$/.test(word) && !/^0/.test(word)
  if (grouped && /^\d{1,3}(?:\.\d{3})+$/.test(word)) return Number(word.replaceAll('.', ''))
  return Number(grouped ? word.replace(/[, ']/g, '') : word.replace(',', '.'))
}

/** Whether a lower-case word can be part of a number ("two", "1,200", "million", "dozen"). */
export const isNumberWord = (word: string): boolean =>
  word in UNITS || word in SCALES || word in FRACTIONS || digits(word) !== null

/**
 * The number that lower-case words spell: ["two", "hundred", "and", "fifty"] -> 250, ["1.5", "million"] -> 1500000,
 * ["quarter", "of", "a", "million"] -> 250000, ["a", "dozen"] -> 12. Null when they spell none.
 */
export const parseNumber = (words: readonly string[]): number | null => {
  let total = 0
  let group: number | null = null
  let fraction: number | null = null
  let seen = false
  for (const word of words) {
    if (['and', '-', 'a', 'an', 'of', 'some'].includes(word)) continue
    const value = UNITS[word] ?? digits(word)
    if (value !== null && value !== undefined) {
      if (group !== null && value >= 100 && group < 100) return null
      group = (group ?? 0) + value
    } else if (word in FRACTIONS) fraction = FRACTIONS[word]
    else if (word in SCALES) {
      const scale = SCALES[word]
      const base: number = group ?? 1
      if (scale >= 1000) {
        total += base * scale
        group = null
      } else group = base * scale
    } else return null
    seen = true
  }
  if (!seen) return null
  const sum = total + (group ?? 0)
  if (fraction === null) return sum
  return group === null && total > 0 ? fraction * total : sum + fraction
}
