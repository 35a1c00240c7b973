import { child, childrenBy } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { addPreposition, type Frame, isNominal, isTime, isVerb, lemmaOf, spread, wordOf } from './frame.ts'

const RELATIVE = /^(?:who|whom|which|that|whose)$/
/** Verbs whose infinitive is done by their subject although they have an object. */
const SUBJECT_CONTROL = new Set([
  'promise',
  'threaten',
  'use',
  'vow',
  'pledge',
  'cross',
  'enter',
  'take',
  'launch',
  'leave',
  'join',
  'begin',
  'start',
  'continue',
])

/** Whether verb v is passive, by itself or through the verb that it is coordinated with. */
export const isPassive = (doc: Document, v: number): boolean => {
  if (isReducedClause(doc, v) || isMistakenPassive(doc, v)) return false
  if (child(doc, v, 'aux:pass') >= 0 || childrenBy(doc, v, 'nsubj:pass', 'csubj:pass').length) return true
  if (childrenBy(doc, v, 'aux').some(a => /^(?:get|got|be|been|being)$/.test(wordOf(doc, a))) && doc.xpos[v] === 'VBN')
    return true
  if (doc.xpos[v] !== 'VBN' && doc.xpos[v] !== 'VBD') return false
  if (
    doc.deprel[v] === 'conj' &&
    doc.head[v] >= 0 &&
    isVerb(doc, doc.head[v]) &&
    !childrenBy(doc, v, 'nsubj', 'aux', 'obj').length
  )
    return isPassive(doc, doc.head[v]) && doc.xpos[doc.head[v]] !== 'VBG'
  if (childrenBy(doc, v, 'aux').length) return false
  if (doc.deprel[v] === 'xcomp' && doc.xpos[v] === 'VBN') return isPassive(doc, doc.head[v])
  if (doc.deprel[v] === 'acl' || (doc.xpos[v] === 'VBN' && doc.deprel[v] === 'amod')) return true
  if (doc.xpos[v] === 'VBN' && doc.deprel[v] === 'parataxis' && !childrenBy(doc, v, 'obj').length) return true
  return (
    childrenBy(doc, v, 'obj').length === 0 &&
    (childrenBy(doc, v, 'obl:agent').length > 0 || byPhrases(doc, v).some(o => isDoer(doc, o)))
  )
}

/** A passive subject without an auxiliary beside an object of the verb's own is the parser's slip. */
const isMistakenPassive = (doc: Document, v: number): boolean =>
  childrenBy(doc, v, 'nsubj:pass').length > 0 &&
  childrenBy(doc, v, 'aux:pass', 'obl:agent').length === 0 &&
  (childrenBy(doc, v, 'obj').length > 0 || /^(?:call|appeal|withdraw|agree|fire|retreat|clash|march)$/.test(lemmaOf(doc, v)))

/** A verb that the parser took for an adjective of its object: "Egypt severed relations", "to have bombed shipments", "by welcoming residents". */
export const isReducedClause = (doc: Document, v: number): boolean => reducedSubject(doc, v) !== null

/** The subject of such a verb (-1 if it stands elsewhere), or null where v is no such verb. */
const reducedSubject = (doc: Document, v: number): number | null => {
  const noun = doc.head[v]
  if (doc.deprel[v] === 'compound' && noun > v && v > 0 && /ing$/.test(doc.form[v]) && wordOf(doc, v - 1) === 'of')
    return accused(doc, noun)
  if (doc.deprel[v] !== 'amod' || noun < v || v === 0) return null
  if (doc.xpos[v] === 'VBG' && doc.head[noun] === v - 1 && isVerb(doc, v - 1)) return -1
  if (doc.xpos[v] === 'VBG')
    return childrenBy(doc, noun, 'case', 'mark').includes(v - 1) && !childrenBy(doc, noun, 'det').length ? -1 : null
  if (!/^VB[DN]$/.test(doc.xpos[v]) && !(/ed$/.test(doc.form[v]) && doc.deprel[noun] === 'root')) return null
  if (
    doc.deprel[noun] === 'conj' &&
    doc.upos[v - 1] === 'CCONJ' &&
    verbAbove(doc, noun) >= 0 &&
    !childrenBy(doc, noun, 'case').length
  )
    return -1
  if (lemmaOf(doc, v - 1) === 'have' && doc.deprel[noun] === 'obj' && doc.head[noun] === v - 1) return -1
  if (childrenBy(doc, noun, 'case', 'obl').some(c => c < v)) return null
  const before = childrenBy(doc, noun, 'compound', 'nsubj', 'nmod:poss', 'nmod', 'amod').filter(
    c => c < v && (isNominal(doc, c) || doc.deprel[c] === 'nsubj'),
  )
  return before.at(-1) === v - 1 && doc.form[v - 1] !== "'s" ? v - 1 : null
}

/** Verbs by which somebody is charged with an act. */
export const ACCUSING = /^(?:accuse|suspect|blame|charge|convict|condemn|criticize|criticise|denounce|indict|try)$/

/** Who is accused, where the noun stands in what he is accused of: "accused Libya of bombing villages"; or null. */
const accused = (doc: Document, noun: number): number | null => {
  for (const above of [doc.head[noun], doc.head[Math.max(doc.head[noun], 0)]])
    if (above >= 0 && ACCUSING.test(lemmaOf(doc, above)))
      return childrenBy(doc, above, 'obj', 'nsubj:pass').find(c => c < noun) ?? null
  return null
}

/** The words that stand as v's subject on the surface; its own, shared, controlled or relative. Empty if there are none. */
export const surfaceSubjects = (doc: Document, v: number, depth = 0): number[] => {
  if (depth > 12) return []
  const own = childrenBy(doc, v, 'nsubj', 'csubj')
  if (own.length) return own.flatMap(s => antecedent(doc, s, v))
  const above = doc.head[v]
  if (above < 0) return []
  const relation = doc.deprel[v].split(':')[0]
  const gapped = v - 1
  if (
    relation === 'conj' &&
    gapped >= 0 &&
    isNominal(doc, gapped) &&
    doc.deprel[gapped] === 'conj' &&
    doc.head[gapped] === above &&
    isVerb(doc, above)
  )
    return [gapped]
  const reduced =
    relation === 'conj'
      ? childrenBy(doc, above, 'amod')
          .map(c => reducedSubject(doc, c))
          .find(x => x !== null && x >= 0)
      : undefined
  if (reduced !== undefined && reduced !== null) return [reduced]
  if (relation === 'conj') return isVerb(doc, above) || hasSubject(doc, above) ? surfaceSubjects(doc, above, depth + 1) : []
  if (relation === 'xcomp') return controllers(doc, above, depth)
  if (relation === 'advcl') return adverbialSubjects(doc, v, above, depth)
  if (relation === 'acl') return clauseOfNoun(doc, v, above, depth)
  if (relation === 'ccomp' && !isFiniteVerb(doc, v)) return controllers(doc, above, depth)
  if (/^(?:obl|obj|nmod)$/.test(relation) && doc.xpos[v] === 'VBG' && !isNominal(doc, v))
    return surfaceSubjects(doc, isVerb(doc, above) ? above : Math.max(verbAbove(doc, above), 0), depth + 1)
  return []
}

const hasSubject = (doc: Document, t: number) => childrenBy(doc, t, 'nsubj').length > 0
const isFiniteVerb = (doc: Document, v: number) =>
  /^VB[DPZ]$/.test(doc.xpos[v]) || childrenBy(doc, v, 'aux', 'cop').some(a => /^(?:VB[DPZ]|MD)$/.test(doc.xpos[a]))

/** A relative pronoun stands for the noun that its clause modifies. */
const antecedent = (doc: Document, s: number, v: number): number[] => {
  if (!RELATIVE.test(wordOf(doc, s)) || doc.upos[s] === 'NOUN') return [s]
  let clause = v
  while (doc.deprel[clause] === 'conj' || doc.deprel[clause] === 'ccomp' || doc.deprel[clause] === 'xcomp')
    clause = doc.head[clause]
  return doc.deprel[clause].startsWith('acl') && doc.head[clause] >= 0 ? [doc.head[clause]] : [s]
}

const controllers = (doc: Document, above: number, depth: number): number[] => {
  const objects = childrenBy(doc, above, 'obj', 'iobj')
  if (objects.length && isVerb(doc, above) && !SUBJECT_CONTROL.has(lemmaOf(doc, above))) return objects
  const addressee = childrenBy(doc, above, 'obl').filter(o =>
    /^(?:on|upon)$/.test(
      childrenBy(doc, o, 'case')
        .map(c => wordOf(doc, c))
        .join(' '),
    ),
  )
  if (addressee.length && /^(?:call|prevail|urge)$/.test(lemmaOf(doc, above))) return addressee
  return surfaceSubjects(doc, above, depth + 1)
}

/** "killing 12", "before leaving", "to escort": done by the main clause's subject, or by its agent where that is passive. */
const adverbialSubjects = (doc: Document, v: number, above: number, depth: number): number[] => {
  if (isFiniteVerb(doc, v) && childrenBy(doc, v, 'mark').length) return []
  if (doc.deprel[above] === 'fixed') return adverbialSubjects(doc, v, doc.head[above], depth + 1)
  if (!isVerb(doc, above)) return surfaceSubjects(doc, above, depth + 1)
  const infinitive = doc.xpos[v] === 'VB'
  const marks = childrenBy(doc, v, 'mark', 'case').map(m => wordOf(doc, m))
  if (doc.xpos[v] === 'VBG' && marks.some(m => /^(?:of|from|into)$/.test(m)))
    return isPassive(doc, above) ? surfaceSubjects(doc, above, depth + 1) : controllers(doc, above, depth)
  if (
    infinitive &&
    /^(?:call|urge|ask|order|press|tell|enable|allow|force|cause|permit|help|lead|prompt|push|encourage|compel|invite|persuade|oblige|warn|authorize)$/.test(
      lemmaOf(doc, above),
    )
  )
    return controllers(doc, above, depth)
  if (doc.xpos[v] === 'VBG' && isPassive(doc, above) && !marks.length) {
    const agents = childrenBy(doc, above, 'obl:agent').concat(byPhrases(doc, above))
    return agents
  }
  return surfaceSubjects(doc, above, depth + 1)
}

/** Whether a by-phrase names somebody, not a time, a measure or a means. */
const isDoer = (doc: Document, o: number): boolean =>
  !isTime(doc, o) && (doc.upos[o] === 'PROPN' || (doc.xpos[o] === 'NNS' && !childrenBy(doc, o, 'nummod').length))

const byPhrases = (doc: Document, v: number): number[] =>
  childrenBy(doc, v, 'obl').filter(o => childrenBy(doc, o, 'case').some(c => c < o && wordOf(doc, c) === 'by'))

/** Subjects of a clause on a noun: "troops seizing", "forces that seized", "a campaign to seize". */
const clauseOfNoun = (doc: Document, v: number, noun: number, depth: number): number[] => {
  if (doc.deprel[v] === 'acl:relcl') return []
  if (/^VB[NGD]$/.test(doc.xpos[v]) && childrenBy(doc, v, 'mark', 'case').length === 0) {
    const verb = doc.xpos[v] === 'VBG' && doc.form[v - 1] === ',' ? verbAbove(doc, noun) : -1
    const main = verb >= 0 ? adverbialSubjects(doc, v, verb, depth + 1) : []
    return main.length ? main : [noun]
  }
  if (doc.xpos[v] === 'VBG' && /^(?:obj|iobj|nsubj:pass)$/.test(doc.deprel[noun])) return [noun]
  const owners = childrenBy(doc, noun, 'nmod:poss')
  if (owners.length) return owners
  const parties = childrenBy(doc, noun, 'compound', 'amod').filter(c => doc.upos[c] === 'PROPN' || /^[A-Z]/.test(doc.form[c]))
  if (parties.length) return parties
  const by = childrenBy(doc, noun, 'nmod').filter(o =>
    childrenBy(doc, o, 'case').some(c => /^(?:by|of|from|for)$/.test(wordOf(doc, c))),
  )
  if (by.length && doc.upos[by[0]] === 'PROPN') return by
  const above = verbAbove(doc, noun)
  return above < 0 ? [] : surfaceSubjects(doc, above, depth + 1)
}

const verbAbove = (doc: Document, t: number): number => {
  let above = doc.head[t]
  while (above >= 0 && !isVerb(doc, above)) above = doc.head[above]
  return above
}

const APPROXIMATE = /^(?:about|around|over|nearly|under|up to)$/
const caseOf = (doc: Document, t: number): string =>
  childrenBy(doc, t, 'case')
    .map(c => wordOf(doc, c))
    .join(' ')

/** "about a third of the city", "over 40 rebels": an amount that the parser took for a place. */
const isAmount = (doc: Document, t: number): boolean =>
  /^(?:third|half|quarter|dozen|hundred|thousand|percent|majority)$/.test(lemmaOf(doc, t)) ||
  childrenBy(doc, t, 'nummod').length > 0

/** Objects of v; those of a coordinated verb to the right are shared ("shelled and captured the town"). */
const objects = (doc: Document, v: number): number[] => {
  const own = childrenBy(doc, v, 'obj', 'iobj')
  if (own.length) return own
  const about = childrenBy(doc, v, 'obl').filter(o => o > v && APPROXIMATE.test(caseOf(doc, o)) && isAmount(doc, o))
  if (about.length) return about
  if (doc.deprel[v] === 'acl:relcl') {
    const gap = childrenBy(doc, v, 'nsubj').some(s => !RELATIVE.test(wordOf(doc, s)))
    return gap && !childrenBy(doc, v, 'aux:pass').length && doc.head[v] >= 0 && !childrenBy(doc, v, 'ccomp', 'xcomp').length
      ? [doc.head[v]]
      : []
  }
  const first = doc.head[v]
  if (doc.deprel[v] === 'conj' && isVerb(doc, first) && doc.xpos[first] === doc.xpos[v] && v - first <= 3) {
    const shared = childrenBy(doc, first, 'obj').filter(o => o > v)
    if (shared.length) return shared
  }
  for (const c of childrenBy(doc, v, 'conj')) {
    const near = isVerb(doc, c) && doc.xpos[c] === doc.xpos[v] && c - v <= 3 && childrenBy(doc, c, 'nsubj').length === 0
    const shared = near ? childrenBy(doc, c, 'obj') : []
    if (shared.length) return shared
  }
  return []
}

/** "two were killed and two wounded by gunmen": the last of coordinated passives names the doer of all. */
const sharedAgents = (doc: Document, v: number): number[] =>
  childrenBy(doc, v, 'conj')
    .filter(c => isVerb(doc, c) && isPassive(doc, c))
    .flatMap(c => byPhrases(doc, c).concat(childrenBy(doc, c, 'obl:agent')))

const MENTION = new Set(['obl', 'nmod', 'obl:agent', 'obl:arg', 'obl:tmod'])

/** The frame of a verb (or predicate adjective) as if its clause were active. */
export const clauseFrame = (doc: Document, v: number, asAdjective = false): Frame => {
  const reduced = reducedSubject(doc, v)
  if (reduced !== null) return reducedFrame(doc, v, reduced)
  const passive = !asAdjective && isPassive(doc, v)
  const surface = surfaceSubjects(doc, v).filter(s => doc.deprel[s] !== 'expl')
  const prep = new Map<string, number[]>()
  for (const c of childrenBy(doc, v, 'obl', 'nmod', 'advmod')) if (MENTION.has(doc.deprel[c])) addPreposition(doc, prep, c)
  for (const o of childrenBy(doc, v, 'obl'))
    for (const c of childrenBy(doc, o, 'nmod')) if (caseOf(doc, c) === 'with') addPreposition(doc, prep, c)
  const own = objects(doc, v)
  for (const o of own.flatMap(k => [k, ...childrenBy(doc, k, 'conj')]))
    for (const c of childrenBy(doc, o, 'nmod')) {
      const p = childrenBy(doc, c, 'case')
        .map(k => wordOf(doc, k))
        .join(' ')
      if (/^(?:to|at|on|against|from|into|with|for|by|over|toward|towards)$/.test(p)) addPreposition(doc, prep, c)
    }
  const by = prep.get('by') ?? (passive ? sharedAgents(doc, v) : [])
  const patient = [...(passive ? surface : own), ...(prep.get('including') ?? [])]
  if (passive && doc.deprel[v] === 'acl' && doc.head[v] >= 0 && !patient.length) patient.push(doc.head[v])
  return {
    subj: spread(doc, passive ? by : surface),
    obj: spread(
      doc,
      patient.filter(t => isNominal(doc, t) || doc.upos[t] === 'ADJ' || doc.upos[t] === 'DET' || doc.upos[t] === 'VERB'),
    ),
    prep,
    clause: complementOf(doc, v, asAdjective),
    mods: [],
    shape: passive ? 'passive' : 'active',
  }
}

/** The clause that completes a verb, or of an adjective also its infinitive ("ready to help"). */
const complementOf = (doc: Document, v: number, asAdjective: boolean): number => {
  const clause = child(doc, v, 'ccomp', 'xcomp')
  if (clause >= 0 || !asAdjective) return clause
  return childrenBy(doc, v, 'advcl', 'acl').find(c => doc.xpos[c] === 'VB') ?? -1
}

const reducedFrame = (doc: Document, v: number, subject: number): Frame => {
  const noun = doc.head[v]
  const prep = new Map<string, number[]>()
  for (const c of childrenBy(doc, noun, 'nmod', 'obl')) addPreposition(doc, prep, c)
  const above = isVerb(doc, Math.max(doc.head[noun], 0)) ? doc.head[noun] : verbAbove(doc, noun)
  const subj = subject >= 0 ? [subject] : above >= 0 ? surfaceSubjects(doc, above) : []
  return { subj, obj: [noun], prep, clause: child(doc, noun, 'acl', 'advcl'), mods: [], shape: 'active' }
}
