import { fold } from '../../knowledge/gazetteer/fold.ts'
import { lemmaOf } from '../../language/lemma.ts'

/** Words that tell nothing of which happening is meant: function words, and those of every report. */
const EMPTY = new Set(
  `a about above after again against ago all almost also although am among an and another any are around as at away back be became
  because been before being below between both but by came can come could day days did do does doing done down during each early
  earlier either else end even ever every few first for former from further get give go good got had has have having he held her here
  hers herself him himself his how however i if in include including into is it its itself just know last late later latest least less
  like made make many may me meanwhile might month months more most much must my near nearly new news next no nor not now of off old on
  once one only onto or other others our out over own part per place put rather same saw say see several she should since so some soon
  still such take than that the their them themselves then there these they thing this those though three through time to today
  together told tomorrow tonight too took toward towards two under until up upon us use used very was way we week weeks well went were
  what when where whether which while who whole whom whose why will with within without would year years yesterday yet you your
  according added agency announce announced citing claim claimed confirm confirmed correspondent hour hours media minute monday morning
  night official officials press quoted report reported reportedly reporter reports said saying says sources source spokesman
  spokesperson statement sunday tell thursday tuesday wednesday friday saturday mr mrs ms dr january february march april june july
  august september october november december pm`.split(/\s+/),
)

/** Small words that end a trigger of several words without being its head: "shot down". */
const PARTICLE =
  /^(?:down|up|off|out|back|on|over|away|in|into|apart|through|under|to|of|with|for|about|at|by|from|against|after|upon|together|forward|aside|ahead|around)$/

/** Forms whose lemma the rules miss. */
const FORMS: Readonly<Record<string, string>> = {
  hanged: 'hang',
  rioted: 'riot',
  rioting: 'riot',
  braking: 'brake',
  directed: 'direct',
}

/** The lemma under which verbs and nouns of one act meet: "bombing", "bombed" and "bombings" are "bomb". */
export const stemOf = (word: string): string => {
  const lower = word.toLowerCase()
  if (Object.hasOwn(FORMS, lower)) return FORMS[lower]
  const once = lemmaOf(lower, 'VERB')
  const twice = lemmaOf(once, 'VERB')
  return /^[a-z]{3,}ing$/.test(twice) && twice.length > 6 ? twice.replace(/(?:([^aeiouls])\1)?ing$/, '$1') : twice
}

/** The head of a trigger as a lemma: the last word of a noun, the first of a verb with particles. */
export const headOf = (trigger: string): string => {
  // To shoot down is no shooting: it is what "downed" says.
  if (/^sh(?:oot|ot)\w*\s(?:.*\s)?down$/i.test(trigger)) return 'down'
  const words = trigger.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const head = words.length > 1 && PARTICLE.test(words.at(-1) as string) ? words[0] : words.at(-1)
  return head === undefined ? '' : stemOf(head)
}

/** The telling words of a text: stems of content words, names and numbers, each once, in order. */
export const contentWords = (text: string): string[] => {
  const found = new Set<string>()
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)) {
    const plain = fold(word.replace(/['’]s$/, ''))
    if (plain && !EMPTY.has(plain) && (plain.length > 2 || /\d/.test(plain) || /^\p{Lu}{2}/u.test(word))) found.add(stemOf(plain))
  }
  return [...found]
}

/** The names of a text: folded words that begin with a capital letter within a sentence. */
export const nameWords = (text: string): string[] => {
  const found = new Set<string>()
  for (const [, word] of text.matchAll(/(?<=[\p{Ll}\p{N},;:'"’)]\s+)["'“(]?(\p{Lu}[\p{L}\p{N}]+)/gu)) {
    const plain = fold(word)
    if (plain.length > 2 && !EMPTY.has(plain)) found.add(stemOf(plain))
  }
  return [...found]
}
