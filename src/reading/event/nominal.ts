import { child, childrenBy, lemmaOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { carrierOf, undergoerOf } from './carrier.ts'
import { clauseFrame } from './clause.ts'
import { isOwnedPlace, isPartyWord, isWhere } from './doer.ts'
import { addPreposition, type Frame, isTime, isVerb, join, prepositionOf, spread } from './frame.ts'
import { ACCUSING } from './slip.ts'
import { surfaceSubjects } from './subject.ts'

type Role = 'to' | 'by'

/** The frame of an event noun: its own modifiers, and the subject and complements of the verb that carries it. */
export const nounFrame = (doc: Document, n: number, of: Role | 'none', poss: Role): Frame => {
  const frame = ownFrame(doc, n, of, poss)
  if (isUnder(doc, n) && !frame.obj.length) return sufferedFrame(doc, n, frame)
  if (child(doc, n, 'cop') >= 0 && !frame.subj.length) return { ...frame, subj: spread(doc, surfaceSubjects(doc, n)) }
  const carrier = carrierOf(doc, n)
  if (carrier >= 0) return carriedFrame(doc, carrier, frame)
  const blamed = blamedOn(doc, n, frame)
  if (blamed) return blamed
  const accused = accusedOf(doc, n)
  if (accused.length && !frame.subj.length) return { ...frame, subj: spread(doc, accused) }
  const under = undergoerOf(doc, n)
  return under >= 0 ? undergoneFrame(doc, under, frame) : frame
}

/** What the noun phrase itself says. */
const ownFrame = (doc: Document, n: number, of: Role | 'none', poss: Role): Frame => {
  const prep = complements(doc, n)
  const owners = childrenBy(doc, n, 'nmod:poss').filter(c => !isTime(doc, c))
  const before = childrenBy(doc, n, 'amod', 'compound', 'nmod:unmarked', 'nmod:desc').filter(c => c < n)
  const parties = before.filter(c => isPartyWord(doc, c) && !isWhere(doc, c, n))
  const held = poss === 'by' ? owners.filter(c => isOwnedPlace(doc, c)) : []
  const leading = [...owners.filter(c => !held.includes(c)), ...parties]
  const ofPhrase = prep.get('of') ?? []
  const by = [...(prep.get('by') ?? []), ...(poss === 'by' ? leading : []), ...(of === 'by' ? ofPhrase : [])]
  const to = [...(of === 'to' ? ofPhrase : []), ...(poss === 'to' ? leading : held)]
  return {
    subj: spread(doc, by.length ? by : [...sharedOwners(doc, n, poss), ...sharedAgents(doc, n)]),
    obj: spread(doc, to),
    prep,
    clause: childrenBy(doc, n, 'acl', 'ccomp').find(c => isVerb(doc, c)) ?? -1,
    mods: [...before, ...owners],
    shape: 'noun',
  }
}

/** The noun's prepositional complements, also those that the parser hung elsewhere. */
const complements = (doc: Document, n: number): Map<string, number[]> => {
  const prep = new Map<string, number[]>()
  for (const c of childrenBy(doc, n, 'nmod', 'obl')) if (doc.deprel[c] !== 'nmod:poss') addPreposition(doc, prep, c)
  if (doc.deprel[n] === 'nsubj' && /^(?:go|come|be|extend)$/.test(lemmaOf(doc, doc.head[n])))
    for (const c of childrenBy(doc, doc.head[n], 'obl')) if (prepositionOf(doc, c) === 'to') addPreposition(doc, prep, c)
  for (const c of strayComplements(doc, n)) addPreposition(doc, prep, c)
  regroup(doc, prep)
  for (const o of childrenBy(doc, n, 'acl').flatMap(c => (isVerb(doc, c) ? childrenBy(doc, c, 'obl') : [])))
    if (/^(?:by|against|on|at)$/.test(prepositionOf(doc, o))) addPreposition(doc, prep, o)
  return prep
}

/** A phrase right behind the noun that the parser hung on the word above it: "call for an end | to the attacks". */
const strayComplements = (doc: Document, n: number): number[] => {
  const above = doc.head[n]
  if (above < 0) return []
  return childrenBy(doc, above, 'obl', 'nmod').filter(c => c > n && childrenBy(doc, c, 'case').includes(n + 1))
}

/** The parser hangs "by Y" of "attack on X by Y" on X: the by- and against-phrases of a complement are the noun's own. */
const regroup = (doc: Document, prep: Map<string, number[]>): void => {
  for (const t of [...prep.values()].flat())
    for (const c of childrenBy(doc, t, 'nmod')) {
      const p = prepositionOf(doc, c)
      if (p === 'by' || p === 'against' || (p === 'with' && doc.upos[t] === 'PROPN')) addPreposition(doc, prep, c)
    }
}

/** "Israeli raids and shelling": the words before the first of coordinated nouns hold for all. */
const sharedOwners = (doc: Document, n: number, poss: Role): number[] => {
  if (poss === 'to' || doc.deprel[n] !== 'conj' || doc.head[n] < 0) return []
  const first = doc.head[n]
  const by = childrenBy(doc, first, 'nmod').filter(c => prepositionOf(doc, c) === 'by')
  const parties = childrenBy(doc, first, 'amod', 'compound').filter(c => isPartyWord(doc, c))
  return [...by, ...childrenBy(doc, first, 'nmod:poss'), ...parties]
}

/** "shelling and airstrikes by the army": the last of coordinated nouns names the doer of all. */
const sharedAgents = (doc: Document, n: number): number[] =>
  childrenBy(doc, n, 'conj').flatMap(c => childrenBy(doc, c, 'nmod').filter(k => prepositionOf(doc, k) === 'by'))

/** "under fire", "under siege". */
const isUnder = (doc: Document, n: number): boolean =>
  prepositionOf(doc, n) === 'under' &&
  /^(?:fire|attack|shelling|bombardment|siege|assault|gunfire|blockade)$/.test(lemmaOf(doc, n))

/** What is under fire is the subject of the clause. */
const sufferedFrame = (doc: Document, n: number, frame: Frame): Frame => {
  const clause = child(doc, n, 'cop') >= 0 ? n : doc.head[n]
  const sufferers = clause >= 0 && (clause === n || isVerb(doc, clause)) ? surfaceSubjects(doc, clause) : []
  return {
    ...frame,
    subj: [...frame.subj, ...(frame.prep.get('from') ?? [])],
    obj: sufferers.length ? spread(doc, sufferers) : frame.obj,
    shape: 'undergone noun',
  }
}

/** "launched an attack": the verb's subject does it, and the verb's complements are the noun's. */
const carriedFrame = (doc: Document, carrier: number, frame: Frame): Frame => {
  const around = clauseFrame(doc, carrier)
  const obj = childrenBy(doc, carrier, 'iobj', ...(lemmaOf(doc, carrier) === 'subject' ? ['obj'] : []))
  return { ...join(frame, { ...around, obj }), shape: 'carried noun' }
}

/** "suffered losses": the verb's subject undergoes it. */
const undergoneFrame = (doc: Document, verb: number, frame: Frame): Frame => {
  const around = clauseFrame(doc, verb)
  const from = [...(frame.prep.get('from') ?? []), ...(around.prep.get('from') ?? []), ...(around.prep.get('by') ?? [])]
  return { ...join(frame, { ...around, subj: from, obj: around.subj }), shape: 'undergone noun' }
}

/** "blamed the attack on the rebels": the on-phrase names the doer; null elsewhere. */
const blamedOn = (doc: Document, n: number, frame: Frame): Frame | null => {
  const doers = frame.prep.get('on')
  if (!doers || doc.deprel[n] !== 'obj' || !/^(?:blame|pin)$/.test(lemmaOf(doc, doc.head[n]))) return null
  return { ...frame, subj: doers, prep: new Map([...frame.prep].filter(([p]) => p !== 'on')) }
}

/** Who is accused of the act that the noun names: "accused Libya of bombing raids". */
const accusedOf = (doc: Document, n: number): number[] => {
  const above = doc.head[n]
  if (above < 0 || !/^(?:of|for|with)$/.test(prepositionOf(doc, n))) return []
  if (doc.deprel[above] === 'obj' && ACCUSING.test(lemmaOf(doc, doc.head[above]))) return [above]
  return ACCUSING.test(lemmaOf(doc, above)) ? childrenBy(doc, above, 'obj', 'nsubj:pass') : []
}
