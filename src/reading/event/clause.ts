import { child, childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { addPreposition, type Frame, isNominal, isVerb, prepositionOf, spread, verbAbove } from './frame.ts'
import { reducedSubject } from './slip.ts'
import { RELATIVE, surfaceSubjects, TELLING } from './subject.ts'
import { byPhrases, isPassive } from './voice.ts'

const APPROXIMATE = /^(?:about|around|over|nearly|under|up to)$/

/** "about a third of the city", "over 40 rebels": an amount that the parser took for a place. */
const isAmount = (doc: Document, t: number): boolean =>
  /^(?:third|half|quarter|dozen|hundred|thousand|percent|majority)$/.test(lemmaOf(doc, t)) ||
  childrenBy(doc, t, 'nummod').length > 0

/** Objects of v; those of a coordinated verb to the right are shared ("shelled and captured the town"). */
const objects = (doc: Document, v: number): number[] => {
  const own = childrenBy(doc, v, 'obj', 'iobj')
  if (own.length) return own
  const about = childrenBy(doc, v, 'obl').filter(o => o > v && APPROXIMATE.test(prepositionOf(doc, o)) && isAmount(doc, o))
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
    .flatMap(c => byPhrases(doc, c))

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
    for (const c of childrenBy(doc, o, 'nmod')) if (prepositionOf(doc, c) === 'with') addPreposition(doc, prep, c)
  const own = objects(doc, v)
  for (const o of own.flatMap(k => [k, ...childrenBy(doc, k, 'conj')]))
    for (const c of childrenBy(doc, o, 'nmod')) {
      if (/^(?:to|at|on|against|from|into|with|for|by|over|toward|towards)$/.test(prepositionOf(doc, c)))
        addPreposition(doc, prep, c)
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
  const shared = above >= 0 && !TELLING.test(lemmaOf(doc, above)) ? surfaceSubjects(doc, above) : []
  const subj = subject >= 0 ? [subject] : shared
  return { subj, obj: [noun], prep, clause: child(doc, noun, 'acl', 'advcl'), mods: [], shape: 'active' }
}
