import { readFileSync, writeFileSync } from 'node:fs'

/** Compiles the lemma table from CoNLL-U treebanks: suffix rules where they hold, exceptions where they do not. */
export const compileLemmas = (conllu: readonly string[]): string => {
  const counts = new Map<string, Map<string, number>>()
  for (const text of conllu) {
    for (const line of text.split('\n')) {
      const c = line.split('\t')
      if (c.length < 4 || !/^\d+$/.test(c[0]) || c[2] === '_' || c[3] === 'PUNCT' || c[3] === 'X') continue
      const proper = c[3] === 'PROPN'
      const key = `${c[3]}\t${proper ? c[1] : c[1].toLowerCase()}`
      const lemma = proper ? c[2] : c[2].toLowerCase()
      const of = counts.get(key) ?? new Map<string, number>()
      of.set(lemma, (of.get(lemma) ?? 0) + 1)
      counts.set(key, of)
    }
  }
  const best = [...counts].map(
    ([key, of]) =>
      [...key.split('\t'), [...of].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0]] as [string, string, string],
  )
  const rules = suffixRules(best)
  const exceptions: Record<string, string> = {}
  for (const [upos, form, lemma] of best) if (applyRules(rules, upos, form) !== lemma) exceptions[`${upos} ${form}`] = lemma
  return `${JSON.stringify({ rules, exceptions })}\n`
}

/** The edit from a form to its lemma: how many code units to cut, what to add. */
const edit = (form: string, lemma: string): string => {
  let same = 0
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++
  return `${form.length - same}|${lemma.slice(same)}`
}

const suffixRules = (best: readonly [string, string, string][]): Record<string, string> => {
  const seen = new Map<string, Map<string, number>>()
  for (const [upos, form, lemma] of best) {
    for (let n = 1; n <= 5 && n < form.length; n++) {
      const key = `${upos} ${form.slice(-n)}`
      const of = seen.get(key) ?? new Map<string, number>()
      const rule = edit(form, lemma)
      of.set(rule, (of.get(rule) ?? 0) + 1)
      seen.set(key, of)
    }
  }
  const rules: Record<string, string> = {}
  for (const [key, of] of seen) {
    const total = [...of.values()].reduce((a, b) => a + b)
    const [rule, count] = [...of].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
    if (total >= 3 && count / total > 0.5) rules[key] = rule
  }
  for (const key of Object.keys(rules)) {
    const [upos, suffix] = key.split(' ')
    for (let n = suffix.length - 1; n >= 1; n--) {
      const shorter = rules[`${upos} ${suffix.slice(-n)}`]
      if (shorter === undefined) continue
      if (shorter === rules[key]) delete rules[key]
      break
    }
  }
  return rules
}

const applyRules = (rules: Readonly<Record<string, string>>, upos: string, form: string): string => {
  for (let n = Math.min(5, form.length - 1); n >= 1; n--) {
    const rule = rules[`${upos} ${form.slice(-n)}`]
    if (rule === undefined) continue
    const bar = rule.indexOf('|')
    return form.slice(0, form.length - Number(rule.slice(0, bar))) + rule.slice(bar + 1)
  }
  return form
}

/** Words that treebanks write small within sentences, at least as often as with a capital and more than once. */
export const compileLowercase = (conllu: readonly string[]): string => {
  const counts = new Map<string, { small: number; capital: number }>()
  for (const text of conllu) {
    for (const line of text.split('\n')) {
      const c = line.split('\t')
      if (!/^\d+$/.test(c[0]) || c[0] === '1' || !/^\p{L}[\p{L}'-]*$/u.test(c[1])) continue
      const low = c[1].toLowerCase()
      const of = counts.get(low) ?? { small: 0, capital: 0 }
      if (low === c[1]) of.small++
      else of.capital++
      counts.set(low, of)
    }
  }
  const small = [...counts].filter(([, of]) => of.small > 1 && of.small >= of.capital).map(([word]) => word)
  return `${JSON.stringify(small.sort())}\n`
}

if (import.meta.main) {
  const files = process.argv.slice(2)
  if (!files.length) throw new Error('usage: node scripts/build-lemmas.ts TREEBANK.conllu...')
  const treebanks = files.map(f => readFileSync(f, 'utf8'))
  const compiled = (name: string) => new URL(`../src/language/compiled/${name}.json`, import.meta.url)
  writeFileSync(compiled('lemmas'), compileLemmas(treebanks))
  writeFileSync(compiled('lowercase'), compileLowercase(treebanks))
}
