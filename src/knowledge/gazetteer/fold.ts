const LETTERS: Readonly<Record<string, string>> = {
  ə: 'a',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
  ɣ: 'g',
}
const WORDS: Readonly<Record<string, string>> = { saint: 'st', sainte: 'st', mount: 'mt', fort: 'ft' }

/**
 * The look-up key of a name: lower case, no diacritics, apostrophes or dots, hyphens as spaces, Saint and Mount shortened,
 * a leading "the" dropped. Only a-z, 0-9 and single spaces remain; '' when nothing does.
 */
export const fold = (name: string): string => {
  const plain = /^[A-Za-z ]+$/.test(name) ? name.toLowerCase() : unaccented(name)
  const words = plain.split(' ').filter(Boolean)
  if (words.length > 1 && words[0] === 'the') words.shift()
  return words.map(w => (Object.hasOwn(WORDS, w) ? WORDS[w] : w)).join(' ')
}

const unaccented = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘`´ʻʼʽʾʿ"“”.]/gu, '')
    .replace(/[^a-z0-9]/gu, c => LETTERS[c] ?? (c === '&' ? ' and ' : ' '))

const ARTICLES = new Set('al el ad ar as ash at az an ed er es esh et ez ul ath adh eth il'.split(' '))

/**
 * A coarser key under which transliterations of one name meet: Arabic articles and spaces dropped, "kh" as "x", "q" as "k",
 * e as a, the vowels o, u, w and ai, ei, y, i joined, double letters single, a final h dropped
 * ("Dayr az-Zawr", "Deir Ezzor"). '' when too short to tell anything.
 */
export const loosen = (key: string): string => {
  const words = key.split(' ')
  const kept = words.length > 1 ? words.filter(w => !ARTICLES.has(w)) : words
  const loose = kept
    .map(w => w.replace(/^(?:al|el)(?=[bcfghjkmpqwxy][a-z]{4})/, '').replace(/^(?:ez)(?=z)/, ''))
    .join('')
    .replace(/tch|tsch|tsh|ch/g, 'C')
    .replace(/sch|sh/g, 'S')
    .replace(/kh/g, 'x')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/dh/g, 'd')
    .replace(/th/g, 't')
    .replace(/zh|dj/g, 'j')
    .replace(/ck|q/g, 'k')
    .replace(/a[uw]|o[uw]|ou|oo|[ouw]/g, 'u')
    .replace(/a[iy]|e[iy]|i[ey]|ee|[iy]/g, 'i')
    .replace(/e/g, 'a')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=[aiu])h$/, '')
  return loose.length < 4 ? '' : loose
}

/** What kind of place a word beside a name says it is. */
const GENERICS: Readonly<Record<string, Generic>> = Object.fromEntries(
  (
    [
      ['town', 'city town village hamlet municipality township metropolis port'],
      [
        'region',
        'province provinces governorate oblast region krai state department departement prefecture republic voivodeship canton muhafazah wilaya territory',
      ],
      ['district', 'district districts county counties raion rayon parish subdistrict borough commune upazila canton woreda'],
      ['site', 'airport airbase airfield camp'],
      ['island', 'island islands isle'],
      ['river', 'river'],
      ['sea', 'sea gulf bay'],
      ['mountain', 'mountain mountains hills hill heights'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map(w => [w, kind] as const)),
)
export type Generic = 'town' | 'region' | 'district' | 'site' | 'island' | 'river' | 'sea' | 'mountain'

/** The kind that a lower-case word says ("oblast": region), or null. */
export const genericKind = (word: string): Generic | null => (Object.hasOwn(GENERICS, word) ? GENERICS[word] : null)

/**
 * A key without the words that only say the kind of place: "idlib province" gives `idlib` and region; "city of basra" gives `basra`
 * and town. Null when the key has none.
 */
export const stripGeneric = (key: string): { key: string; kind: Generic } | null => {
  const words = key.split(' ')
  if (words.length < 2) return null
  const last = genericKind(words[words.length - 1])
  if (last) return { key: words.slice(0, words[words.length - 2] === 'autonomous' ? -2 : -1).join(' '), kind: last }
  const first = genericKind(words[0])
  // "Port Stanley" is a name; only "port of Sudan" says that Sudan is a port.
  if (!first || (first === 'town' && words[1] !== 'of')) return null
  const rest = words.slice(words[1] === 'of' ? 2 : 1)
  return rest.length ? { key: rest.join(' '), kind: first } : null
}
