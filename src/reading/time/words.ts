/** What single words can mean in a time expression: class -> word (lower case) -> value. */
export const WORDS = {
  month: table(
    ['jan jan. january', 1],
    ['feb feb. february', 2],
    ['mar mar. march', 3],
    ['apr apr. april', 4],
    ['may', 5],
    ['jun jun. june', 6],
    ['jul jul. july', 7],
    ['aug aug. august', 8],
    ['sep sep. sept sept. september', 9],
    ['oct oct. october', 10],
    ['nov nov. november', 11],
    ['dec dec. december', 12],
  ),
  /** Full names, which mean the day wherever they stand. */
  weekday: table(['monday', 1], ['tuesday', 2], ['wednesday', 3], ['thursday', 4], ['friday', 5], ['saturday', 6], ['sunday', 7]),
  weekdays: table(
    ['mondays', 1],
    ['tuesdays', 2],
    ['wednesdays', 3],
    ['thursdays', 4],
    ['fridays', 5],
    ['saturdays', 6],
    ['sundays', 7],
  ),
  /** Short names, which need a date beside them. */
  weekdayShort: table(
    ['mon mon.', 1],
    ['tue tue. tues tues.', 2],
    ['wed wed.', 3],
    ['thu thu. thur thur. thurs thurs.', 4],
    ['fri fri.', 5],
    ['sat sat.', 6],
    ['sun sun.', 7],
  ),
  unit: table(
    ['second', 'S'],
    ['minute', 'TM'],
    ['hour', 'TH'],
    ['day', 'D'],
    ['week', 'W'],
    ['fortnight', 'F'],
    ['month', 'M'],
    ['quarter', 'Q'],
    ['year', 'Y'],
    ['decade', 'E'],
    ['century', 'C'],
  ),
  units: table(
    ['seconds', 'S'],
    ['minutes mins', 'TM'],
    ['hours hrs', 'TH'],
    ['days', 'D'],
    ['weeks', 'W'],
    ['fortnights', 'F'],
    ['months', 'M'],
    ['quarters', 'Q'],
    ['years', 'Y'],
    ['decades', 'E'],
    ['centuries', 'C'],
  ),
  season: table(['spring', 'SP'], ['summer', 'SU'], ['autumn fall', 'FA'], ['winter', 'WI']),
  daypart: table(
    ['morning', 'MO'],
    ['afternoon', 'AF'],
    ['evening', 'EV'],
    ['night', 'NI'],
    ['dawn daybreak sunrise', 'MO'],
    ['dusk sunset nightfall', 'EV'],
    ['midday', 'MI'],
    ['overnight', 'NI'],
  ),
  dayparts: table(['mornings', 'MO'], ['afternoons', 'AF'], ['evenings', 'EV'], ['nights', 'NI']),
  /** Time zones and their place in a TIMEX3 value: only universal time is written there. */
  zone: table(['gmt utc z', 'Z'], ['est edt et cst cdt mst mdt pst pdt bst cet cest eet eest msk ist irst jst local', '']),
  decadeName: table(
    ['twenties', 2],
    ['thirties', 3],
    ['forties', 4],
    ['fifties', 5],
    ['sixties', 6],
    ['seventies', 7],
    ['eighties', 8],
    ['nineties', 9],
  ),
  ordinalWord: table(
    ['first', 1],
    ['second', 2],
    ['third', 3],
    ['fourth', 4],
    ['fifth', 5],
    ['sixth', 6],
    ['seventh', 7],
    ['eighth', 8],
    ['ninth', 9],
    ['tenth', 10],
    ['eleventh', 11],
    ['twelfth', 12],
    ['thirteenth', 13],
    ['fourteenth', 14],
    ['fifteenth', 15],
    ['sixteenth', 16],
    ['seventeenth', 17],
    ['eighteenth', 18],
    ['nineteenth', 19],
    ['twentieth', 20],
    ['thirtieth', 30],
  ),
  part: table(['early', 'early'], ['mid middle', 'mid'], ['late', 'late']),
} as const

export type WordClass = keyof typeof WORDS

/** A table from lines of words and their value. */
function table<T extends string | number>(...lines: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  return new Map(lines.flatMap(([words, value]) => words.split(' ').map((w): [string, T] => [w, value])))
}

const SMALL = table(
  ['zero', 0],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
)
const TENS = table(
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
)

/** A word or mark of a text. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly low: string
}

/** What a reader of words takes: how many tokens, and what they mean. */
export interface Taken {
  readonly length: number
  readonly value: number | string | null
}

const low = (tokens: readonly Token[], i: number): string => tokens[i]?.low ?? ''
const isDigits = (s: string): boolean => s.length <= 6 && /^\d+$/.test(s)

/** A number below 100 in words: "twenty", "twenty-four", "twenty four". */
const belowHundred = (tokens: readonly Token[], i: number): Taken | null => {
  const small = SMALL.get(low(tokens, i))
  if (small !== undefined) return { length: 1, value: small }
  const tens = TENS.get(low(tokens, i))
  if (tens === undefined) return null
  const gap = low(tokens, i + 1) === '-' ? 2 : 1
  const ones = SMALL.get(low(tokens, i + gap))
  return ones !== undefined && ones > 0 && ones < 10 ? { length: gap + 1, value: tens + ones } : { length: 1, value: tens }
}

const hundreds = (tokens: readonly Token[], i: number): Taken | null => {
  const article = /^an?$/.test(low(tokens, i))
  const first = article ? { length: 1, value: 1 } : belowHundred(tokens, i)
  if (!first) return null
  const scale = low(tokens, i + first.length)
  if (scale === 'dozen' || scale === 'thousand')
    return { length: first.length + 1, value: Number(first.value) * (scale === 'dozen' ? 12 : 1000) }
  if (scale !== 'hundred') return article ? null : first
  const and = low(tokens, i + first.length + 1) === 'and' ? 2 : 1
  const rest = belowHundred(tokens, i + first.length + and)
  const base = Number(first.value) * 100
  return rest
    ? { length: first.length + and + rest.length, value: base + Number(rest.value) }
    : { length: first.length + 1, value: base }
}

const VAGUE: readonly (readonly string[])[] = [
  ['a', 'few'],
  ['few'],
  ['several'],
  ['many'],
  ['some'],
  ['a', 'number', 'of'],
  ['dozens', 'of'],
  ['hundreds', 'of'],
  ['countless'],
]
const PAIR: readonly (readonly string[])[] = [
  ['a', 'couple', 'of'],
  ['couple', 'of'],
  ['a', 'couple'],
]
const startsWith = (tokens: readonly Token[], i: number, words: readonly string[]): boolean =>
  words.every((w, k) => low(tokens, i + k) === w)

const halfAfter = (tokens: readonly Token[], i: number): number => {
  if (startsWith(tokens, i, ['and', 'a', 'half'])) return 3
  return startsWith(tokens, i, ['1', '/', '2']) ? 3 : 0
}

/**
 * How many: "two", "24", "two hundred and ten", "2 1/2", "a couple of"; value null for an unknown number ("several", "a
 * few").
 */
export const readCount = (tokens: readonly Token[], i: number): Taken | null => {
  const vague = VAGUE.find(words => startsWith(tokens, i, words))
  if (vague) return { length: vague.length, value: null }
  const pair = PAIR.find(words => startsWith(tokens, i, words))
  if (pair) return { length: pair.length, value: 2 }
  const digits = isDigits(low(tokens, i)) ? { length: 1, value: Number(low(tokens, i)) } : null
  const taken = digits ?? hundreds(tokens, i)
  if (!taken) return null
  const dash = low(tokens, i + taken.length) === '-' ? 1 : 0
  const half = halfAfter(tokens, i + taken.length + dash)
  return half ? { length: taken.length + dash + half, value: Number(taken.value) + 0.5 } : taken
}

/** An ordinal: "third", "3rd", "twenty-first". */
export const readOrdinal = (tokens: readonly Token[], i: number): Taken | null => {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(low(tokens, i))
  if (digits) return { length: 1, value: Number(digits[1]) }
  const word = WORDS.ordinalWord.get(low(tokens, i))
  if (word !== undefined) return { length: 1, value: word }
  const tens = TENS.get(low(tokens, i))
  if (tens === undefined) return null
  const gap = low(tokens, i + 1) === '-' ? 2 : 1
  const ones = WORDS.ordinalWord.get(low(tokens, i + gap))
  return ones !== undefined && ones < 10 ? { length: gap + 1, value: tens + ones } : null
}

/** A year of four digits ("1988"), of two behind an apostrophe ("'98"), or in words ("nineteen ninety-six", "two thousand"). */
export const readYear = (tokens: readonly Token[], i: number): Taken | null => {
  const word = low(tokens, i)
  if (/^(?:1[0-9]|20)\d\d$/.test(word)) return { length: 1, value: Number(word) }
  const short = /^['’](\d\d)$/.exec(word)
  if (short) return { length: 1, value: fullYear(Number(short[1])) }
  if (startsWith(tokens, i, ['two', 'thousand'])) {
    const and = low(tokens, i + 2) === 'and' ? 1 : 0
    const rest = belowHundred(tokens, i + 2 + and)
    return rest ? { length: 2 + and + rest.length, value: 2000 + Number(rest.value) } : { length: 2, value: 2000 }
  }
  const century = word === 'nineteen' ? 1900 : word === 'twenty' ? 2000 : word === 'eighteen' ? 1800 : null
  if (century === null) return null
  const gap = low(tokens, i + 1) === '-' ? 2 : 1
  const rest = belowHundred(tokens, i + gap)
  const years = rest && Number(rest.value) >= 10 ? rest : null
  return years ? { length: gap + years.length, value: century + Number(years.value) } : null
}

/** "88" is 1988, "20" is 2020: the century that puts it before 2050. */
export const fullYear = (twoDigits: number): number => (twoDigits < 50 ? 2000 : 1900) + twoDigits

/** A day of the month: "10", "10th", "tenth". */
export const readDayOfMonth = (tokens: readonly Token[], i: number): Taken | null => {
  const digits = /^\d{1,2}$/.test(low(tokens, i)) ? { length: 1, value: Number(low(tokens, i)) } : null
  const taken = digits ?? readOrdinal(tokens, i)
  return taken && Number(taken.value) >= 1 && Number(taken.value) <= 31 ? taken : null
}

const APPROXIMATIONS: readonly (readonly string[])[] = [
  ['no', 'more', 'than'],
  ['no', 'less', 'than'],
  ['not', 'more', 'than'],
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['at', 'least'],
  ['at', 'most'],
  ['up', 'to'],
  ['about'],
  ['around'],
  ['nearly'],
  ['almost'],
  ['over'],
  ['under'],
  ['approximately'],
  ['roughly'],
  ['some'],
  ['only'],
  ['just'],
  ['within'],
  ['an', 'estimated'],
]

/** Words that make a number rough: "about", "more than". */
export const readApprox = (tokens: readonly Token[], i: number): Taken | null => {
  const found = APPROXIMATIONS.find(words => startsWith(tokens, i, words))
  return found ? { length: found.length, value: found.join(' ') } : null
}

/** A weekday by its full or short name. */
export const readAnyWeekday = (tokens: readonly Token[], i: number): Taken | null => {
  const value = WORDS.weekday.get(low(tokens, i)) ?? WORDS.weekdayShort.get(low(tokens, i))
  return value === undefined ? null : { length: 1, value }
}

/** First words of what the readers of more than one word take. */
export const READER_STARTS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...TENS.keys(),
  ...WORDS.ordinalWord.keys(),
  ...[...VAGUE, ...PAIR, ...APPROXIMATIONS].map(words => words[0]),
  ...WORDS.weekday.keys(),
  ...WORDS.weekdayShort.keys(),
  'a',
  'an',
])
