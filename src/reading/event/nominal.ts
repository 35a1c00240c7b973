import { child, childrenBy, conjuncts } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { ACCUSING, clauseFrame, isPassive, isReducedClause, surfaceSubjects } from './clause.ts'
import { addPreposition, type Frame, isTime, isVerb, join, lemmaOf, prepositionOf, spread, wordOf } from './frame.ts'

/** Verbs that only carry their noun: "launched an attack", "signed a deal". Their subject does what the noun names. */
export const CARRIERS: ReadonlySet<string> = new Set(
  (
    'launch,lay,attend,join,host,convene,seize,win,achieve,score,gain,secure,enjoy,carry,conduct,mount,stage,wage,make,perform,execute,undertake,deliver,commit,perpetrate,hold,give,provide,impose,' +
    'sign,reach,conclude,strike,broker,declare,announce,issue,open,begin,start,continue,resume,renew,step,intensify,escalate,' +
    'lead,unleash,initiate,do,have,take,put,pursue,press,plan,attempt,send,extend,offer,keep,stop,halt,end,cease,' +
    'suspend,complete,finish,lift,hurl,throw,pay,voice,express,file,lodge,bring,enter,use,inflict,claim,fire,threaten,prepare,repeat,restate,reiterate,reaffirm,respond,retaliate,answer,counter'
  ).split(','),
)
/** Verbs whose subject the noun is done to: "came under fire", "suffered losses". */
const UNDERGOERS: ReadonlySet<string> = new Set(
  'come,suffer,sustain,face,receive,undergo,survive,endure,escape,repel,repulse,withstand,be,get,subject'.split(','),
)

/** Verbs that carry their noun behind a preposition: "responded with an attack", "took the hill under control". */
const OBLIQUE_CARRIERS: Readonly<Record<string, RegExp>> = {
  with: /^(?:respond|retaliate|answer|counter|reply|proceed|react)$/,
  on: /^(?:embark|go|agree)$/,
  to: /^(?:resort|lead|return|turn|subject|expose)$/,
  under: /^(?:take|bring|put|place|have|keep)$/,
  out: /^carry$/,
}

/** The verb that carries noun n ("launched an attack", "an attack carried out by", "the attack was launched"), or -1. */
export const carrierOf = (doc: Document, n: number): number => {
  const top = doc.deprel[n] === 'conj' && doc.head[n] >= 0 && !isVerb(doc, doc.head[n]) ? doc.head[n] : n
  const above = doc.head[top]
  const relation = doc.deprel[top]
  if (above >= 0 && lemmaOf(doc, above) === 'fight' && relation === 'obj' && /^(?:war|battle|campaign)$/.test(lemmaOf(doc, n)))
    return above
  if (above >= 0 && isVerb(doc, above) && CARRIERS.has(lemmaOf(doc, above))) {
    if (/^(?:obj|nsubj:pass)$/.test(relation) || (relation === 'nsubj' && isPassive(doc, above))) return above
  }
  if (above >= 0 && relation === 'obl' && OBLIQUE_CARRIERS[prepositionOf(doc, top)]?.test(lemmaOf(doc, above))) return above
  for (const c of childrenBy(doc, top, 'amod')) if (isReducedClause(doc, c) && CARRIERS.has(lemmaOf(doc, c))) return c
  for (const c of childrenBy(doc, top, 'acl')) if (isVerb(doc, c) && CARRIERS.has(lemmaOf(doc, c))) return c
  return -1
}

const undergoer = (doc: Document, n: number): number => {
  const top = doc.deprel[n] === 'conj' && doc.head[n] >= 0 && !isVerb(doc, doc.head[n]) ? doc.head[n] : n
  const above = doc.head[top]
  if (above < 0 || !isVerb(doc, above) || !UNDERGOERS.has(lemmaOf(doc, above))) return -1
  const isUnder = doc.deprel[top] === 'obl' && prepositionOf(doc, top) === 'under'
  return doc.deprel[top] === 'obj' || isUnder ? above : -1
}

const COUNTED = new Set(['nummod', 'det'])

/** The frame of an event noun: its own modifiers, and the subject and complements of the verb that carries it. */
export const nounFrame = (doc: Document, n: number, of: 'to' | 'by' | 'none', poss: 'to' | 'by'): Frame => {
  const prep = new Map<string, number[]>()
  for (const c of childrenBy(doc, n, 'nmod', 'obl')) if (doc.deprel[c] !== 'nmod:poss') addPreposition(doc, prep, c)
  if (doc.deprel[n] === 'nsubj' && /^(?:go|come|be|extend)$/.test(lemmaOf(doc, doc.head[n])))
    for (const c of childrenBy(doc, doc.head[n], 'obl')) if (prepositionOf(doc, c) === 'to') addPreposition(doc, prep, c)
  for (const c of strayComplements(doc, n)) addPreposition(doc, prep, c)
  regroup(doc, prep)
  for (const c of childrenBy(doc, n, 'acl')) {
    if (isVerb(doc, c))
      for (const o of childrenBy(doc, c, 'obl'))
        if (/^(?:by|against|on|at)$/.test(prepositionOf(doc, o))) addPreposition(doc, prep, o)
  }
  const owners = childrenBy(doc, n, 'nmod:poss').filter(c => !isTime(doc, c))
  const before = childrenBy(doc, n, 'amod', 'compound', 'nmod:unmarked', 'nmod:desc').filter(c => c < n)
  const parties = before.filter(c => isPartyWord(doc, c) && !isWhere(doc, c, n))
  const held = poss === 'by' ? owners.filter(c => doc.upos[c] === 'NOUN' && PLACE_NOUN.test(lemmaOf(doc, c))) : []
  const ofPhrase = prep.get('of') ?? []
  const by = [
    ...(prep.get('by') ?? []),
    ...(poss === 'by' ? [...owners.filter(c => !held.includes(c)), ...parties] : []),
    ...(of === 'by' ? ofPhrase : []),
  ]
  const to = [...(of === 'to' ? ofPhrase : []), ...(poss === 'to' ? [...owners, ...parties] : held)]
  const frame: Frame = {
    subj: spread(doc, by.length ? by : [...sharedOwners(doc, n, poss), ...sharedAgents(doc, n)]),
    obj: spread(doc, to),
    prep,
    clause: childrenBy(doc, n, 'acl', 'ccomp').find(c => isVerb(doc, c)) ?? -1,
    mods: [...before, ...owners],
    shape: 'noun',
  }
  if (
    prepositionOf(doc, n) === 'under' &&
    /^(?:fire|attack|shelling|bombardment|siege|assault|gunfire|blockade)$/.test(lemmaOf(doc, n)) &&
    !frame.obj.length
  ) {
    const above = doc.head[n]
    const subj = [...frame.subj, ...(prep.get('from') ?? [])]
    return {
      ...frame,
      subj,
      obj:
        child(doc, n, 'cop') >= 0
          ? spread(doc, surfaceSubjects(doc, n))
          : above >= 0 && isVerb(doc, above)
            ? spread(doc, surfaceSubjects(doc, above))
            : frame.obj,
      shape: 'undergone noun',
    }
  }
  if (child(doc, n, 'cop') >= 0 && !frame.subj.length) return { ...frame, subj: spread(doc, surfaceSubjects(doc, n)) }
  const carrier = carrierOf(doc, n)
  if (carrier >= 0) {
    const around = clauseFrame(doc, carrier)
    return {
      ...join(frame, {
        ...around,
        obj: childrenBy(doc, carrier, 'iobj', ...(lemmaOf(doc, carrier) === 'subject' ? ['obj'] : [])),
      }),
      shape: 'carried noun',
    }
  }
  if (doc.deprel[n] === 'obj' && /^(?:blame|pin)$/.test(lemmaOf(doc, doc.head[n])) && prep.get('on')) {
    const doers = prep.get('on') as number[]
    prep.delete('on')
    return { ...frame, subj: doers }
  }
  const accused = accusedOf(doc, n)
  if (accused.length && !frame.subj.length) return { ...frame, subj: spread(doc, accused) }
  const under = undergoer(doc, n)
  if (under >= 0) {
    const around = clauseFrame(doc, under)
    const from = [...(prep.get('from') ?? []), ...(around.prep.get('from') ?? []), ...(around.prep.get('by') ?? [])]
    return { ...join(frame, { ...around, subj: from, obj: around.subj }), shape: 'undergone noun' }
  }
  return frame
}

/** A phrase right behind the noun that the parser hung on the verb above it: "call for an end | to the attacks". */
const strayComplements = (doc: Document, n: number): number[] => {
  const above = doc.head[n]
  if (above < 0) return []
  return childrenBy(doc, above, 'obl', 'nmod').filter(c => c > n && childrenBy(doc, c, 'case').includes(n + 1))
}

/** Who is accused of the act that the noun names: "accused Libya of bombing raids". */
const accusedOf = (doc: Document, n: number): number[] => {
  const above = doc.head[n]
  if (above < 0 || !/^(?:of|for|with)$/.test(prepositionOf(doc, n))) return []
  if (doc.deprel[above] === 'obj' && ACCUSING.test(lemmaOf(doc, doc.head[above]))) return [above]
  if (!ACCUSING.test(lemmaOf(doc, above))) return []
  return childrenBy(doc, above, 'obj', 'nsubj:pass')
}

/** The parser hangs "by Y" of "attack on X by Y" on X: the by-, from- and against-phrases of a complement are the noun's own. */
const regroup = (doc: Document, prep: Map<string, number[]>): void => {
  for (const tokens of [...prep.values()])
    for (const t of tokens)
      for (const c of childrenBy(doc, t, 'nmod'))
        if (/^(?:by|against)$/.test(prepositionOf(doc, c)) || (prepositionOf(doc, c) === 'with' && doc.upos[t] === 'PROPN'))
          addPreposition(doc, prep, c)
}

/** "Israeli raids and shelling": the words before the first of coordinated nouns hold for all. */
const sharedOwners = (doc: Document, n: number, poss: 'to' | 'by'): number[] => {
  if (poss === 'to' || doc.deprel[n] !== 'conj' || doc.head[n] < 0) return []
  const first = doc.head[n]
  const owners = childrenBy(doc, first, 'nmod:poss').concat(
    childrenBy(doc, first, 'amod', 'compound').filter(c => isPartyWord(doc, c)),
  )
  const by = childrenBy(doc, first, 'nmod').filter(c => prepositionOf(doc, c) === 'by')
  return [...by, ...owners]
}

/** "shelling and airstrikes by the army": the last of coordinated nouns names the doer of all. */
const sharedAgents = (doc: Document, n: number): number[] =>
  childrenBy(doc, n, 'conj').flatMap(c => childrenBy(doc, c, 'nmod').filter(k => prepositionOf(doc, k) === 'by'))

const PLACE_NOUN = /^(?:city|town|village|capital|area|region|province|base|airport|island|country|port|district)$/

/** "the Mosul battle", "an Iraq mosque attack": a bare name before a thing that is hit, or before a battle, is where it was. */
const isWhere = (doc: Document, c: number, n: number): boolean => {
  if (doc.upos[c] !== 'PROPN' || doc.deprel[c] !== 'compound') return false
  if (
    /^(?:battle|war|violation|fighting|clash|siege|isolation|civil|talk|talks|summit|meeting|conference|negotiation|round|process|protest|demonstration|riot|unrest)$/.test(
      lemmaOf(doc, n),
    )
  )
    return childrenBy(doc, c, 'conj').length === 0 && !/[-–]/.test(doc.form[c + 1] ?? '')
  return childrenBy(doc, n, 'compound').some(
    k =>
      k > c &&
      doc.upos[k] === 'NOUN' &&
      /^(?:mosque|school|church|hospital|market|embassy|airport|camp|village|town|hotel|bus|train|border|station|university|base|mall|club|theatre|theater|stadium)$/.test(
        lemmaOf(doc, k),
      ),
  )
}

const PARTY_NOUN =
  /^(?:rebel|guerrilla|insurgent|government|army|police|military|militant|coalition|alliance|terrorist|regime|opposition|navy|enemy|allied|separatist|militia|jihadist|islamist|contra|government|state|troop|extremist|gunman|taliban|nato)$/

/** Whether a word before an event noun names its doer: a nationality, a name, "rebel"; "-led" and "-backed" compounds. */
export const isPartyWord = (doc: Document, t: number): boolean => {
  const word = wordOf(doc, t)
  if (isTime(doc, t)) return false
  if (PARTY_NOUN.test(lemmaOf(doc, t))) return true
  if (doc.upos[t] === 'PROPN' && !COUNTED.has(doc.deprel[t])) return true
  if (doc.upos[t] !== 'ADJ' || doc.start[t] === 0)
    return /(?:ian|ish|ese|aeli|aqi|aani)s?$/.test(word) && /^[A-Z]/.test(doc.form[t])
  return /^[A-Z]/.test(doc.form[t]) && /(?:an|ish|ese|i|[cn]ch|k|o|rb|ab|mil|gyz|iot|que|tu|iss|ech)$/.test(word)
}

/** All members of a noun phrase list with their conjuncts. */
export const members = (doc: Document, tokens: readonly number[]): number[] => [
  ...new Set(tokens.flatMap(t => conjuncts(doc, t))),
]
