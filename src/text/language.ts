/** What a text is not written in: English. `language`: in words, where known. */
export interface Foreign {
  readonly language: string | null
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Chinese or Japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
  ['Bengali', /\p{Script=Bengali}/gu],
  ['Armenian', /\p{Script=Armenian}/gu],
  ['Georgian', /\p{Script=Georgian}/gu],
  ['Ethiopic', /\p{Script=Ethiopic}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Burmese', /\p{Script=Myanmar}/gu],
]

/** Latin-script languages that news is written in, by ISO 639-3, to tell English from. */
const LANGUAGES: Readonly<Record<string, string>> = {
  eng: 'English',
  fra: 'French',
  spa: 'Spanish',
  por: 'Portuguese',
  ita: 'Italian',
  deu: 'German',
  nld: 'Dutch',
  swe: 'Swedish',
  dan: 'Danish',
  nob: 'Norwegian',
  fin: 'Finnish',
  pol: 'Polish',
  ces: 'Czech',
  slk: 'Slovak',
  slv: 'Slovene',
  hrv: 'Croatian',
  bos: 'Bosnian',
  srp: 'Serbian',
  hun: 'Hungarian',
  ron: 'Romanian',
  als: 'Albanian',
  tur: 'Turkish',
  azj: 'Azerbaijani',
  uzn: 'Uzbek',
  kmr: 'Kurdish',
  ind: 'Indonesian',
  vie: 'Vietnamese',
  tgl: 'Tagalog',
  swh: 'Swahili',
  som: 'Somali',
  hau: 'Hausa',
  est: 'Estonian',
  lit: 'Lithuanian',
  lvs: 'Latvian',
  cat: 'Catalan',
}

/** Words that make up a quarter or more of English running text and hardly any of another language's. */
const FUNCTION_WORDS = new Set(
  `the of and to that was for with by from were are is at on said has have had been it its as an be which who their his he they not but after this
  will would there had more than when during over against between under who also two`.split(/\s+/),
)
/** The same of its neighbours, which share some of the words above (Dutch "was", "had", "over"). */
const FOREIGN_WORDS = new Set(
  `de het een van en dat niet voor met op der die das und ist nicht ein den dem mit von zu auf le la les des du et est que qui dans une pour sur el los
  las una por con del se il di che per non un da os em uma ao det och som att er til av på ett dit wat sy vir ve bir`.split(
    /\s+/,
  ),
)
/** Words of English headlines, which leave out most of the others. */
const NEWS_WORDS = new Set(
  `kill kills killed dead dies death toll wounded injured people civilians children women soldiers troops army military police forces rebels rebel fighters
  militants gunmen air raid raids strike strikes airstrike airstrikes bomb bombs bomber bombing blast attack attacks shelling rocket rockets missile missiles
  drone drones fire war city town village near between says say reports state government regime president minister talks peace ceasefire truce deal border
  north south east west northern southern eastern western held backed led day days new first least several monday tuesday wednesday thursday friday saturday
  sunday january february march april june july august september october november december published updated`.split(/\s+/),
)
const SAMPLE = 20_000
/** Fewer letters than this tell nothing. */
const SHORT = 60

/**
 * Whether a text is English: null when it is, or too short to tell. By its script first, then by its function words, and only
 * when these leave doubt by its letter triples (franc), which is loaded then.
 */
export const foreignTo = async (text: string): Promise<Foreign | null> => {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < SHORT) {
    const other = scriptOf(sample)
    return other && other.count > letters * 0.6 ? { language: `a text in ${other.name} script` } : null
  }
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin < letters * 0.6) {
    const other = scriptOf(sample)
    return { language: other ? `a text in ${other.name} script` : null }
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const share = words.filter(word => FUNCTION_WORDS.has(word)).length / words.length
  const foreign = words.filter(word => FOREIGN_WORDS.has(word)).length / words.length
  if (foreign < share && (share >= 0.2 || (words.length < 40 && share >= 0.1))) return null
  if (foreign < 0.1 && share + words.filter(word => NEWS_WORDS.has(word)).length / words.length >= 0.2) return null
  // A list of names or a text in capitals shows no language.
  const lower = sample.match(/(?<!\p{L})\p{Ll}/gu)?.length ?? 0
  if (lower < words.length * 0.35) return null
  const { francAll } = await import('franc')
  const ranked = francAll(sample, { only: Object.keys(LANGUAGES) })
  const english = ranked.find(([code]) => code === 'eng')?.[1] ?? 0
  const [best, score] = ranked[0]
  // Lists of names and telegraphic notes look like many languages at once: English needs only to come near the best.
  if (best === 'eng' || best === 'und' || english >= score * (share >= 0.1 && share > foreign ? 0.85 : 0.97)) return null
  return words.length < 25 && share > foreign ? null : { language: LANGUAGES[best] ?? null }
}

const scriptOf = (text: string): { name: string; count: number } | null => {
  const counted = SCRIPTS.map(([name, pattern]) => ({ name, count: text.match(pattern)?.length ?? 0 }))
  const most = counted.reduce((a, b) => (b.count > a.count ? b : a))
  return most.count ? most : null
}
