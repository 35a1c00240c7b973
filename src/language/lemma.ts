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
    'VERB strafed': 'strafe',
    'VERB strafing': 'strafe',
    'VERB sniped': 'snipe',
    'VERB sniping': 'snipe',
    'VERB loses': 'lose',
    'VERB dethroned': 'dethrone',
    'VERB sang': 'sing',
    'VERB sung': 'sing',
    'NOUN bases': 'base',
  }),
)

/** Prefixes that leave the forms of an irregular verb as they are: "overran", "retook". */
const PREFIX = /^(?:over|re|with|out|under|up|mis|fore|un|inter)(?=\p{L}{3})/u

/** How common a word is among those known: the most common has rank 1; null for words not known. */
export type Rank = (word: string) => number | null

/**
 * The lemma of a form with a universal part of speech and a Penn tag: exceptions first, then the regular ending whose stem is the
 * most common word, then the longest suffix rule. Lower case but for proper nouns.
 */
export const lemmaOf = (form: string, upos: string, xpos = '', rank: Rank = () => null): string => {
  if (upos === 'PUNCT' || upos === 'X' || upos === 'SYM') return form
  const key = upos === 'PROPN' ? form : form.toLowerCase()
  const listed = OWN.get(`${upos} ${key}`) ?? exceptions.get(`${upos} ${key}`)
  if (listed !== undefined) return listed
  if (xpos === 'NNPS' && /..is$/.test(key)) return key.slice(0, -1)
  if (upos === 'VERB') {
    if (xpos === 'VB' || xpos === 'VBP') return key
    const verb = prefixedVerb(key) ?? mostCommon(verbStems(key), rank)
    if (verb) return verb
  }
  return (xpos === 'NNS' && mostCommon(nounStems(key), rank)) || bySuffix(key, upos)
}

const mostCommon = (stems: readonly string[], rank: Rank): string | null => {
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const stem of stems) {
    const r = rank(stem)
    if (r === null || r >= least) continue
    best = stem
    least = r
  }
  return best
}

/** What a form in -ed, -ing or -s may come from. A short stem on one consonant has lost an e, else the consonant were doubled: "mined". */
const verbStems = (key: string): string[] => {
  if (/..ie[ds]$/.test(key)) return [`${key.slice(0, -3)}y`, key.slice(0, -1)]
  if (/..[^s]s$/.test(key)) return HISSING.test(key) ? [key.slice(0, -1), key.slice(0, -2)] : [key.slice(0, -1)]
  const ending = /..(ed|ing)$/.exec(key)
  if (!ending) return []
  const stem = key.slice(0, -ending[1].length)
  if (/^[^aeiou]*[aeiouy][^aeiouwxy]$/.test(stem)) return [`${stem}e`]
  const doubled = /([^aeiou])\1$/.test(stem) ? [stem.slice(0, -1)] : []
  return [stem, `${stem}e`, ...doubled]
}

const HISSING = /(?:s|x|z|ch|sh|o)es$/

const nounStems = (key: string): string[] => {
  if (/..ies$/.test(key)) return [`${key.slice(0, -3)}y`, key.slice(0, -1)]
  if (!/..[^su]s$/.test(key)) return []
  return HISSING.test(key) ? [key.slice(0, -1), key.slice(0, -2)] : [key.slice(0, -1)]
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
