import { childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { isNominal, isVerb, prepositionOf, verbAbove } from './frame.ts'
import { reducedSubject } from './slip.ts'
import { byPhrases, isPassive } from './voice.ts'

/** Relative pronouns. */
export const RELATIVE = /^(?:who|whom|which|that|whose)$/
/** Verbs whose infinitive is done by their subject although they have an object. */
const SUBJECT_CONTROL = /^(?:promise|threaten|use|vow|pledge|cross|enter|take|launch|leave|join|begin|start|continue)$/
/** Verbs whose object does what an infinitive of purpose behind them names. */
const OBJECT_CONTROL =
  /^(?:call|urge|ask|order|press|tell|enable|allow|force|cause|permit|help|lead|prompt|push|encourage|compel|invite|persuade|oblige|warn|authorize)$/

/** Verbs whose gerund is what is told, by nobody's hand: "residents spoke of shelling". */
export const TELLING = /^(?:speak|tell|complain|report|hear|warn|fear|describe|talk|learn)$/

/** The words that stand as v's subject on the surface; its own, shared, controlled or relative. Empty if there are none. */
export const surfaceSubjects = (doc: Document, v: number, depth = 0): number[] => {
  if (depth > 12) return []
  const own = childrenBy(doc, v, 'nsubj', 'csubj')
  if (own.length) return own.flatMap(s => antecedent(doc, s, v))
  const above = doc.head[v]
  if (above < 0) return []
  const relation = doc.deprel[v].split(':')[0]
  if (relation === 'conj') return sharedSubjects(doc, v, above, depth)
  if (relation === 'xcomp') {
    const left = /^(?:JJ|VBN)$/.test(doc.xpos[v]) && isVerb(doc, above) ? childrenBy(doc, above, 'obj') : []
    return left.length ? left : controllers(doc, above, depth)
  }
  if (relation === 'advcl') return adverbialSubjects(doc, v, above, depth)
  if (relation === 'acl') return clauseOfNoun(doc, v, above, depth)
  if (relation === 'ccomp' && !isFiniteVerb(doc, v)) return controllers(doc, above, depth)
  if (/^(?:obl|obj|nmod)$/.test(relation) && doc.xpos[v] === 'VBG' && !isNominal(doc, v) && !TELLING.test(lemmaOf(doc, above)))
    return surfaceSubjects(doc, isVerb(doc, above) ? above : Math.max(verbAbove(doc, above), 0), depth + 1)
  return []
}

/** Subjects of a coordinated verb: a gapped one ("two were killed and five wounded"), else those of the first verb. */
const sharedSubjects = (doc: Document, v: number, first: number, depth: number): number[] => {
  const gapped = v > 0 && isNominal(doc, v - 1) && doc.deprel[v - 1] === 'conj' && doc.head[v - 1] === first && isVerb(doc, first)
  if (gapped) return [v - 1]
  const reduced = childrenBy(doc, first, 'amod').flatMap(c => reducedSubject(doc, c) ?? -1)
  const taken = reduced.filter(t => t >= 0)
  if (taken.length) return taken.slice(0, 1)
  return isVerb(doc, first) || hasSubject(doc, first) ? surfaceSubjects(doc, first, depth + 1) : []
}

const hasSubject = (doc: Document, t: number) => childrenBy(doc, t, 'nsubj').length > 0
const isFiniteVerb = (doc: Document, v: number) =>
  /^VB[DPZ]$/.test(doc.xpos[v]) || childrenBy(doc, v, 'aux', 'cop').some(a => /^(?:VB[DPZ]|MD)$/.test(doc.xpos[a]))

/** A relative pronoun stands for the noun that its clause modifies. */
const antecedent = (doc: Document, s: number, v: number): number[] => {
  if (!RELATIVE.test(wordOf(doc, s)) || doc.upos[s] === 'NOUN') return [s]
  let clause = v
  while (doc.head[clause] >= 0 && /^(?:conj|[cx]comp)$/.test(doc.deprel[clause])) clause = doc.head[clause]
  return doc.deprel[clause].startsWith('acl') && doc.head[clause] >= 0 ? [doc.head[clause]] : [s]
}

/** Who does what an infinitive or gerund names: the object of the verb above, its addressee, or its subject. */
const controllers = (doc: Document, above: number, depth: number): number[] => {
  const objects = childrenBy(doc, above, 'obj', 'iobj')
  if (objects.length && isVerb(doc, above) && !SUBJECT_CONTROL.test(lemmaOf(doc, above))) return objects
  const addressee = childrenBy(doc, above, 'obl').filter(o => /^(?:on|upon)$/.test(prepositionOf(doc, o)))
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
  if (infinitive && OBJECT_CONTROL.test(lemmaOf(doc, above))) return controllers(doc, above, depth)
  if (doc.xpos[v] === 'VBG' && isPassive(doc, above) && !marks.length) {
    return byPhrases(doc, above)
  }
  return surfaceSubjects(doc, above, depth + 1)
}

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
