import { childrenBy } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { PartyMention } from './party.ts'
import type { SettledMention } from './settle.ts'

/** Mentions in the order of their heads. */
export interface Candidates {
  readonly mentions: readonly SettledMention[]
  /** The state that issues the report, if its outlet is an official one. */
  readonly issuer: string | null
}

/** Sentences back that a pronoun may reach. */
const REACH = 3

const isSubject = (doc: Document, t: number): boolean => /^nsubj/.test(doc.deprel[t])

const agrees = (form: string, m: SettledMention): boolean => {
  const person =
    m.kind === 'person' ||
    ((m.kind === 'office' || m.kind === 'force' || m.kind === 'people') && !m.plural && PERSON_NOUN.test(m.noun))
  if (/^(?:he|him|his|she|her|himself|herself)$/.test(form)) return person && !m.plural
  if (/^(?:they|them|their|theirs|themselves)$/.test(form))
    return (
      !person &&
      (m.plural ||
        m.kind === 'group' ||
        m.kind === 'force' ||
        m.kind === 'people' ||
        m.kind === 'organisation' ||
        m.kind === 'state')
    )
  return !person && !m.plural && m.kind !== 'people'
}

const PERSON_NOUN =
  /(?:minister|president|premier|spokesman|spokeswoman|spokesperson|official|general|colonel|captain|major|lieutenant|commander|officer|soldier|leader|envoy|ambassador|governor|mayor|king|queen|secretary|chief|judge|bishop|priest|cleric|activist|resident|witness|man|woman|boy|girl|doctor|student|journalist|rebel|guerrilla|gunman|pilot|driver|chancellor|diplomat|analyst|head|director|prosecutor|senator|deputy|speaker|adviser|advisor|policeman|terrorist|civilian|politician|villager|worker|source)$/

/** Index of the last of `mentions`, in the order of their heads, whose head stands before token t, or -1. */
export const lastBefore = (mentions: readonly PartyMention[], t: number): number => {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const mid = (low + high) >> 1
    if (mentions[mid].head < t) low = mid + 1
    else high = mid
  }
  return low - 1
}

/** The mention that a third-person pronoun takes up: the nearest agreeing subject, else the nearest agreeing mention. */
export const resolvePronoun = (doc: Document, t: number, form: string, { mentions }: Candidates): PartyMention | null => {
  const s = doc.sentence[t]
  const speaks = isSpeaker(doc, t)
  // Whom a speaker means by "they" only his own words can tell.
  const quoted = /^(?:they|them|their)$/.test(form) && inQuotation(doc, t)
  const above = subjectsAbove(doc, t)
  let best: SettledMention | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  for (let i = lastBefore(mentions, t); i >= 0; i--) {
    const m = mentions[i]
    const back = s - doc.sentence[m.head]
    if (back > REACH) break
    if (quoted && !(doc.sentenceBlock[s] === doc.sentenceBlock[doc.sentence[m.head]] && inQuotation(doc, m.head))) continue
    if (!agrees(form, m) || sameClauseObject(doc, t, m.head) || isWhere(doc, m) || /^noun (?:report|statement)$/.test(m.rule))
      continue
    const score =
      -2 * back +
      (speaks && isSpeaker(doc, m.head) ? 2.5 : 0) +
      (isSubject(doc, m.head) ? (doc.deprel[doc.head[m.head]] === 'root' ? 2.1 : 1.5) : 0) +
      (m.code !== 'UNK' ? 0.5 : 0) +
      (above[0] === m.head ? 2 : above[1] === m.head ? 1 : 0) -
      (t - m.head) / 100 -
      (doc.deprel[m.head].startsWith('nmod') ? 0.7 : 0)
    if (score > bestScore) {
      best = m
      bestScore = score
    }
  }
  return best
}

/** Whether t is the subject of a verb of saying. */
const isSpeaker = (doc: Document, t: number): boolean =>
  isSubject(doc, t) && doc.head[t] >= 0 && SAYING.test(doc.lemma[doc.head[t]])

/** Subjects of the clauses around token t, the nearest first, those that hold t themselves left out. */
const subjectsAbove = (doc: Document, t: number): number[] => {
  const out: number[] = []
  const on = new Set([t])
  for (let k = doc.head[t]; k >= 0 && out.length < 2; k = doc.head[k]) {
    const subject = childrenBy(doc, k, 'nsubj')[0]
    if (subject !== undefined && !on.has(subject) && subject < t) out.push(subject)
    on.add(k)
  }
  return out
}

/** "in London", "near Damascus", "from Iran": a state or capital as a place is not taken up by a pronoun. */
const isWhere = (doc: Document, m: SettledMention): boolean =>
  m.kind === 'state' &&
  /^(?:obl|nmod)$/.test(doc.deprel[m.head]) &&
  childrenBy(doc, m.head, 'case').some(k =>
    /^(?:in|at|near|from|into|inside|outside|across|around|throughout|through|within|off|over)$/.test(doc.form[k].toLowerCase()),
  )

/** A pronoun that is subject or object of a verb is not that verb's other argument. */
const sameClauseObject = (doc: Document, t: number, other: number): boolean => {
  if (!/^(?:nsubj|obj|iobj|obl)/.test(doc.deprel[t]) || !/^(?:nsubj|obj|iobj)/.test(doc.deprel[other])) return false
  const verb = doc.head[t]
  const shared =
    verb >= 0 && doc.deprel[verb] === 'conj' && childrenBy(doc, verb, 'nsubj').length === 0 && !isSubject(doc, t)
      ? doc.head[verb]
      : verb
  return verb === doc.head[other] || shared === doc.head[other]
}

const SAYING =
  /^(?:say|tell|add|state|declare|announce|claim|warn|report|note|stress|insist|explain|write|comment|argue|maintain|affirm|assert|reply|respond|ask|vow|continue|conclude|remark|tweet|quote|confirm|deny|admit)$/

/** Who says "we" or "I" at token t: who speaks in its quotation, in the statement that it stands in, or who issues the report. */
export const speakerOf = (
  doc: Document,
  t: number,
  at: (k: number) => readonly PartyMention[],
  { mentions, issuer }: Candidates,
): readonly PartyMention[] => {
  const s = doc.sentence[t]
  const near = inQuotation(doc, t) ? [s, s - 1, s + 1, s - 2, s - 3] : [s]
  for (const k of near) {
    if (k < 0 || k >= doc.sentences || (k > s && doc.sentenceBlock[k] !== doc.sentenceBlock[s])) continue
    const found = sayerIn(doc, k, t, at)
    if (found.length) return found
  }
  for (let k = s - 1; k >= 0; k--) {
    if (doc.form[doc.sentenceLast[k]] !== ':') continue
    const found = sayerIn(doc, k, t, at)
    if (found.length) return found
  }
  if (!inQuotation(doc, t)) {
    const near = lastBefore(mentions, t)
    const before = mentions
      .slice(Math.max(0, near - 60), near + 1)
      .filter(
        m =>
          m.head < t &&
          doc.sentenceBlock[doc.sentence[m.head]] === doc.sentenceBlock[s] &&
          doc.sentence[m.head] < s &&
          isSubject(doc, m.head),
      )
    const said = before.findLast(
      m => m.code !== 'UNK' && m.kind !== 'people' && m.kind !== 'person' && doc.deprel[doc.head[m.head]] === 'root',
    )
    if (said) return [said]
  }
  const own = issuer && mentions.find(m => m.code === issuer)
  if (own) return [own]
  const subject = mentions.find(m => m.code !== 'UNK' && m.kind !== 'people' && isSubject(doc, m.head))
  return subject ? [subject] : []
}

/** Whether an odd number of quotation marks stands before token t in its block. */
const inQuotation = (doc: Document, t: number): boolean => {
  const before = doc.text.slice(doc.blocks[doc.sentenceBlock[doc.sentence[t]]].start, doc.start[t])
  return (before.match(/["“”]/g)?.length ?? 0) % 2 === 1
}

const sayerIn = (doc: Document, s: number, t: number, at: (k: number) => readonly PartyMention[]): readonly PartyMention[] => {
  for (let v = doc.sentenceFirst[s]; v <= doc.sentenceLast[s]; v++) {
    if (doc.upos[v] !== 'VERB' || !SAYING.test(doc.lemma[v])) continue
    const subject = childrenBy(doc, v, 'nsubj')[0]
    if (subject === undefined || subject === t || /^(?:i|we|you|it|that|which)$/.test(doc.form[subject].toLowerCase())) continue
    const found = at(subject)
    if (found.length) return found
  }
  return []
}
