import { childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { isPartyWord } from './doer.ts'
import { isVerb, prepositionOf } from './frame.ts'
import type { Match } from './match.ts'

/** Verbs by which a definite event is told anew: "the fighting continued", "the raid took place". */
const OCCURS =
  /^(?:begin|start|continue|last|occur|happen|take|erupt|break|rage|end|stop|intensify|escalate|resume|follow|come|target|carry|launch|conduct|mount|stage|commence|persist|subside|go|spread|cease|drag|fail|collapse|leave|cause|unfold|result|call)$/

/** Adjectives that tell of an event as a further one. */
const NEW =
  /^(?:new|latest|ensuing|subsequent|fresh|renewed|ongoing|continuing|continued|first|second|third|final|next|recent|resulting|escalating|resumed|alleged|planned|imminent|ultimate|eventual)$/

/**
 * Whether a noun only points back at an event told elsewhere ("the attack", "this war") and says nothing new: definite, with
 * no doer, target or place of its own, and not itself told as happening.
 */
export const isBackReference = (doc: Document, m: Match, before: readonly Match[]): boolean => {
  if (m.frame.shape === 'active' || m.frame.shape === 'passive' || m.trigger.kind !== 'noun') return false
  if (m.first !== m.last && !childrenBy(doc, m.head, 'det').length) return false
  const determiner = childrenBy(doc, m.head, 'det').map(d => wordOf(doc, d))
  const demonstrative = determiner.some(d => /^(?:this|that|these|those)$/.test(d))
  if (!demonstrative && !determiner.includes('the')) return false
  if (!demonstrative && !before.some(b => b.trigger.type === m.trigger.type)) return false
  if (isTold(doc, m.head) || isBehind(doc, m.head) || childrenBy(doc, m.head, 'amod').some(a => NEW.test(wordOf(doc, a))))
    return false
  if (demonstrative) return m.frame.shape !== 'carried noun' || !m.frame.subj.length
  if (m.frame.shape !== 'noun') return false
  if (hasParticipants(doc, m)) return repeats(doc, m, before)
  return true
}

const ENTERPRISE = /^(?:operation|campaign|advance|mission|drive|push|effort|march|offensive|battle)$/

/** "a campaign to retake the city": the enterprise is told by its aim. "the attack was an air strike": by what it was. */
export const isToldByAnother = (doc: Document, m: Match, heads: ReadonlySet<number>): boolean => {
  if (m.trigger.kind !== 'noun') return false
  if (ENTERPRISE.test(lemmaOf(doc, m.head)) && childrenBy(doc, m.head, 'acl').some(c => doc.xpos[c] === 'VB' && heads.has(c)))
    return true
  const definite = childrenBy(doc, m.head, 'det').some(d => wordOf(doc, d) !== 'a' && wordOf(doc, d) !== 'an')
  return definite && doc.deprel[m.head] === 'nsubj' && heads.has(doc.head[m.head]) && !isVerb(doc, doc.head[m.head])
}

/** What an event noun may stand before and still be told: "assassination attempt", "bombing spree". */
const TRANSPARENT =
  /^(?:attempt|bid|plot|wave|series|campaign|spree|effort|threat|victim|toll|incident|plan|mission|operation|raid|strike|attack)$/

/** Whether the trigger only says what kind of thing another noun is: "death squad", "rally driver", "shelling range". */
export const isLabel = (doc: Document, m: Match): boolean => {
  const noun = doc.head[m.head]
  if (doc.blocks[doc.sentenceBlock[doc.sentence[m.head]]]?.kind === 'headline')
    return (
      noun === m.head + 1 &&
      /^(?:worker|group|squad|leader|chief|commander|agency|convoy|suspect|victim)$/.test(lemmaOf(doc, noun).replace(/s$/, ''))
    )
  return doc.deprel[m.head] === 'compound' && m.frame.shape !== 'active' && noun > m.head && !TRANSPARENT.test(lemmaOf(doc, noun))
}

/** Subject of a verb of occurring, or a predicate's subject with a place or day of its own ("the offensive is in the north"). */
const isTold = (doc: Document, n: number): boolean => {
  const above = doc.head[n]
  if (above < 0) return true
  if (!/^nsubj/.test(doc.deprel[n])) return false
  if (isVerb(doc, above)) return OCCURS.test(lemmaOf(doc, above))
  return /^(?:in|near|at|on)$/.test(prepositionOf(doc, above))
}

/** "X was behind the attack" tells who did it. */
const isBehind = (doc: Document, n: number): boolean =>
  prepositionOf(doc, n) === 'behind' && childrenBy(doc, n, 'nsubj').length > 0

/** Whether the noun phrase itself names a doer, target or place. */
const hasParticipants = (doc: Document, m: Match): boolean => {
  const own = childrenBy(doc, m.head, 'nmod', 'obl', 'acl', 'nmod:poss')
  return own.length > 0 || m.frame.prep.size > 0 || childrenBy(doc, m.head, 'amod', 'compound').some(c => isPartyWord(doc, c))
}

/** Whether the same noun was told before, of the same words. */
const repeats = (doc: Document, m: Match, before: readonly Match[]): boolean => {
  const words = (x: Match) => childrenBy(doc, x.head, 'nmod', 'amod', 'compound').map(c => lemmaOf(doc, c))
  const mine = words(m)
  return before.some(b => lemmaOf(doc, b.head) === lemmaOf(doc, m.head) && mine.every(w => words(b).includes(w)))
}
