import data from './compiled/lemmas.json' with { type: 'json' }

const rules = new Map(Object.entries(data.rules))
const exceptions = new Map(Object.entries(data.exceptions))

/** Words that treebanks of everyday English lack or lemmatise in another sense. */
const OWN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'VERB fled': 'flee',
    'VERB freed': 'free',
    'VERB slain': 'slay',
    'VERB slew': 'slay',
    'VERB sought': 'seek',
    'VERB sank': 'sink',
    'VERB sunk': 'sink',
    'VERB besieged': 'besiege',
    'VERB shelled': 'shell',
    'VERB shelling': 'shell',
    'VERB wounded': 'wound',
    'NOUN bases': 'base',
  }),
)

/** Prefixes that leave the forms of an irregular verb as they are: "overran", "retook". */
const PREFIX = /^(?:over|re|with|out|under|up|mis|fore|un|inter)(?=\p{L}{3})/u

/**
 * The lemma of a form with a universal part of speech: exceptions first, then the longest suffix rule. Lower case but for proper
 * nouns. With the Penn tag NNPS plurals of peoples lose their ending ("Houthis").
 */
export const lemmaOf = (form: string, upos: string, xpos = ''): string => {
  if (upos === 'PUNCT' || upos === 'X' || upos === 'SYM') return form
  const key = upos === 'PROPN' ? form : form.toLowerCase()
  const listed = OWN.get(`${upos} ${key}`) ?? exceptions.get(`${upos} ${key}`)
  if (listed !== undefined) return listed
  if (xpos === 'NNPS' && /..is$/.test(key)) return key.slice(0, -1)
  return (upos === 'VERB' && prefixedVerb(key)) || bySuffix(key, upos)
}

const prefixedVerb = (key: string): string | null => {
  const prefix = PREFIX.exec(key)?.[0]
  if (!prefix) return null
  const rest = exceptions.get(`VERB ${key.slice(prefix.length)}`)
  return rest === undefined ? null : prefix + rest
}

const bySuffix = (key: string, upos: string): string => {
  for (let n = Math.min(5, key.length - 1); n >= 1; n--) {
    const rule = rules.get(`${upos} ${key.slice(-n)}`)
    if (rule === undefined) continue
    const bar = rule.indexOf('|')
    return key.slice(0, key.length - Number(rule.slice(0, bar))) + rule.slice(bar + 1)
  }
  return key
}
