import data from './compiled/lemmas.json' with { type: 'json' }

const rules = new Map(Object.entries(data.rules))
const exceptions = new Map(Object.entries(data.exceptions))

/** Doubled consonants before -ed and -ing that the suffix rules cannot know. */
const VERB_FORMS: Readonly<Record<string, string>> = {
  fled: 'flee',
  slain: 'slay',
  sought: 'seek',
  sank: 'sink',
  sunk: 'sink',
  besieged: 'besiege',
  shelled: 'shell',
  shelling: 'shell',
  wounded: 'wound',
}

/** The lemma of a form with a universal part of speech: exceptions first, then the longest suffix rule. Lower case but for proper nouns. */
export const lemmaOf = (form: string, upos: string): string => {
  if (upos === 'PUNCT' || upos === 'X' || upos === 'SYM') return form
  const key = upos === 'PROPN' ? form : form.toLowerCase()
  if (upos === 'VERB' && VERB_FORMS[key]) return VERB_FORMS[key]
  const exception = exceptions.get(`${upos} ${key}`)
  if (exception !== undefined) return exception
  for (let n = Math.min(5, key.length - 1); n >= 1; n--) {
    const rule = rules.get(`${upos} ${key.slice(-n)}`)
    if (rule === undefined) continue
    const bar = rule.indexOf('|')
    return key.slice(0, key.length - Number(rule.slice(0, bar))) + rule.slice(bar + 1)
  }
  return key
}
