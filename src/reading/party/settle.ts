import { childrenBy } from '../../language/tree.ts'
import type { Sector } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import { type Candidates, lastBefore, resolvePronoun } from './coreference.ts'
import { bracketed } from './names.ts'
import { RELATIVE } from './noun.ts'
import type { PartyMention } from './party.ts'
import type { Phrase } from './phrase.ts'

const SENDING =
  /^(?:send|deploy|move|dispatch|withdraw|pull|mass|have|lose|commit|train|rush|station|order|use|keep|mobilize|mobilise)$/

/** The state whose forces those at t are: it sends, deploys or loses them ("accused Rwanda of sending troops"). */
const senderOf = (doc: Document, t: number, at: ReadonlyMap<number, SettledMention>): SettledMention | undefined => {
  const verb = doc.head[t]
  if (doc.deprel[t] !== 'obj' || verb < 0 || !SENDING.test(doc.lemma[verb])) return undefined
  const above = /^(?:advcl|acl|xcomp|ccomp)/.test(doc.deprel[verb]) ? doc.head[verb] : -1
  const own = childrenBy(doc, verb, 'nsubj')[0]
  const accused = above >= 0 && /^(?:accuse|blame|suspect|condemn|criticise|criticize|urge|ask|warn|tell)$/.test(doc.lemma[above])
  const lent = above >= 0 ? childrenBy(doc, above, ...(accused ? ['obj', 'iobj'] : ['nsubj']))[0] : undefined
  const sender = at.get(own ?? lent ?? -1)
  return sender && sender.code !== 'UNK' && !SUPRANATIONAL.test(sender.code) && /^(?:state|office|force)$/.test(sender.kind)
    ? sender
    : undefined
}

/** Whom "its" or "their" before the noun at t stands for, among the mentions so far. */
const possessor = (doc: Document, t: number, before: Candidates): PartyMention | null => {
  const own = childrenBy(doc, t, 'nmod:poss').find(c => /^(?:its|their|his|her)$/i.test(doc.form[c]))
  if (own === undefined) return null
  const found = resolvePronoun(doc, own, doc.form[own].toLowerCase(), before)
  return found && found.code !== 'UNK' ? found : null
}

/** "its troops" are the troops of what "its" stands for. */
export const ownedBy = <T extends PartyMention>(p: T, owner: PartyMention): T => ({
  ...p,
  code: owner.code,
  sector:
    owner.kind === 'group' || (/^(?:REB|PRM|UAF)$/.test(owner.sector) && /^(?:MIL|GOV)$/.test(p.sector))
      ? owner.sector
      : p.sector,
  rule: `${p.rule} of "${owner.name.quote}"`,
})

export const plain = (p: Phrase, before: readonly PartyMention[]): PartyMention => {
  const { open: _o, plural: _p, noun: _n, definite: _d, ...mention } = p
  if (!p.open) return mention
  const near = lastBefore(before, p.head)
  const earlier = before
    .slice(Math.max(0, near - 20), near + 1)
    .findLast(q => q.code !== 'UNK' && q.sector === p.sector && q.sector !== '')
  return earlier ? { ...mention, code: earlier.code, rule: `${p.rule}, state of "${earlier.name.quote}"` } : mention
}

/** A settled mention keeps what coreference asks of it. */
export interface SettledMention extends PartyMention {
  readonly plural: boolean
  readonly noun: string
}

/** Sentences back that lend a bare "the army" its state before the report's own country does. */
const KIN_REACH = 3
export const FAR = ' the earlier'

export const ABOVE_STATES = /^(?:UNO|EUR|IGO|NGO|MNC)$/
const SUPRANATIONAL = /^(?:UNO|EUR|IGO|NGO|IMG|MNC)$/
const PRESS = /(?:agency|newspaper|radio|television|network|channel|daily|broadcaster|paper|station)$/
const ISSUING = /(?:minister|secretary|department|spokesman|spokeswoman|spokesperson|ambassador|envoy|representative)$/
const GOVERNING = /^(?:government|regime|authority|authorities|ministry|official|administration|cabinet|junta)$/

/** Of a sector's mentions the last one of the state that is named most often among the last twelve; of equals the later. */
const mostNamed = (mentions: readonly SettledMention[] | undefined): SettledMention | undefined => {
  const counts = new Map<string, number>()
  for (const m of mentions ?? []) counts.set(m.code, (counts.get(m.code) ?? 0) + 1)
  return mentions?.reduce((best, m) => ((counts.get(m.code) ?? 0) >= (counts.get(best.code) ?? 0) ? m : best))
}

/** "the Emergency Lawyers group": a name of its own, no word for a group told of before. */
const isNamed = (doc: Document, p: Phrase): boolean => childrenBy(doc, p.head, 'compound').some(c => doc.upos[c] === 'PROPN')

/** Gives open phrases ("the army", "Golcher", "the group") the state, sector and name of what they take up. */
export const settle = (doc: Document, phrases: readonly Phrase[], issuer: string | null): SettledMention[] => {
  const out: SettledMention[] = []
  const surnames = new Map<string, SettledMention>()
  const byNoun = new Map<string, SettledMention>()
  const bySector = new Map<string, SettledMention[]>()
  const byHead = new Map(phrases.map(p => [p.head, p]))
  const settledAt = new Map<number, SettledMention>()
  let uniform: Sector = 'MIL'
  let group: SettledMention | null = null
  let press: SettledMention | null = null
  for (const p of phrases) {
    const { open, definite, ...mention } = p
    let m: SettledMention = mention
    const surname = doc.form[p.head]
    if (p.kind === 'person') {
      const beside =
        m.code === 'UNK' && doc.deprel[p.head] === 'appos' ? out.findLast(q => q.head === doc.head[p.head]) : undefined
      if (beside) m = { ...m, code: beside.code, sector: m.sector || beside.sector, rule: `beside "${beside.name.quote}"` }
      const last = p.name.quote.split(/\s+/).at(-1) ?? surname
      const earlier = surnames.get(last)
      if (earlier && (m.code === 'UNK' || p.name.quote === last))
        m = {
          ...m,
          code: earlier.code,
          sector: m.sector || earlier.sector,
          name: p.name.quote === last ? earlier.name : m.name,
          rule: `surname of "${earlier.name.quote}"`,
        }
    }
    if (p.noun === 'officer' && p.sector === 'MIL' && uniform === 'COP') m = { ...m, sector: uniform }
    const bearer = open && /^nmod:desc/.test(doc.deprel[p.head]) ? byHead.get(doc.head[p.head]) : undefined
    if (bearer && bearer.code !== 'UNK' && m.code === 'UNK')
      m = { ...m, code: bearer.code, name: bearer.name, rule: `${p.rule}: "${bearer.name.quote}"` }
    const its = open && m.code === 'UNK' && !RELATIVE.test(p.noun) ? possessor(doc, p.head, { mentions: out, issuer }) : null
    if (its) m = ownedBy(m, its)
    if (open && m.code === 'UNK') {
      const same = definite && press && PRESS.test(p.noun) ? press : isTakenUp(p) ? byNoun.get(p.noun) : undefined
      if (same)
        m = {
          ...m,
          code: same.code,
          sector: same.sector,
          name: definite && p.kind !== 'people' ? same.name : m.name,
          rule: `${p.rule} of "${same.name.quote}"`,
        }
      else if (p.kind === 'group' && p.sector === '' && definite && group && !isNamed(doc, p))
        m = { ...m, code: group.code, sector: group.sector, name: group.name, rule: `${p.rule}: "${group.name.quote}"` }
      else if (p.kind === 'group' && p.sector === '' && !group && !isNamed(doc, p)) continue
      else if (issuer && p.sector === 'GOV' && (p.kind === 'person' || ISSUING.test(p.noun)))
        m = { ...m, code: issuer, rule: `${p.rule} of the issuing government` }
      else {
        const kin =
          /^(?:MIL|COP|REB|LEG|PRM)$/.test(p.sector) || GOVERNING.test(p.noun) ? mostNamed(bySector.get(p.sector)) : undefined
        const sender = /^(?:MIL|PRM|COP)$/.test(p.sector) ? senderOf(doc, p.head, settledAt) : undefined
        const far = kin && doc.sentence[p.head] - doc.sentence[kin.head] > KIN_REACH ? FAR : ''
        if (sender) m = { ...m, code: sender.code, rule: `${p.rule}, sent by "${sender.name.quote}"` }
        else if (kin) m = { ...m, code: kin.code, rule: `${p.rule}, state of${far} "${kin.name.quote}"` }
      }
    }
    if (p.noun !== 'officer' && (m.sector === 'MIL' || m.sector === 'COP')) uniform = m.sector
    out.push(m)
    settledAt.set(m.head, m)
    if (m.kind === 'person') surnames.set(p.name.quote.split(/\s+/).at(-1) ?? surname, m)
    if (m.code !== 'UNK') {
      if (m.noun) for (const key of [m.noun, m.noun.split(' ').at(-1) as string]) byNoun.set(key, m)
      if (m.kind === 'media') press = m
      if (m.sector && !SUPRANATIONAL.test(m.code)) bySector.set(m.sector, [...(bySector.get(m.sector) ?? []).slice(-11), m])
      if (m.kind === 'group' || m.kind === 'organisation') group = m
    }
  }
  return out
}

/** Whether a phrase may stand for an earlier one of its noun: "the convoy", "rebels", not "40 people" or "armed militias". */
const isTakenUp = (p: Phrase): boolean =>
  !RELATIVE.test(p.noun) &&
  (p.definite || (p.plural && p.kind !== 'people' && p.name.quote.split(/\s+/).length <= p.noun.split(' ').length))

/** "The head of the office, Jane Roe": the office is named by the person beside it; "R. Roe" later on, so is what an acronym stands for. */
export const besideNames = (doc: Document, mentions: readonly SettledMention[]): SettledMention[] => {
  const at = new Map(mentions.map(m => [m.head, m]))
  const bySurname = new Map<string, SettledMention>()
  const byAcronym = new Map<string, SettledMention>()
  for (const m of mentions) {
    const words = m.name.quote.split(/\s+/)
    const last = words.at(-1) as string
    if (m.kind === 'person' && words.length > 1 && !bySurname.has(last)) bySurname.set(last, m)
  }
  for (let t = 0; t < doc.length; t++) {
    const acronym = bracketed(doc, t)
    if (!acronym) continue
    let head = t
    while (doc.head[head] >= 0 && (!at.has(head) || /^(?:nmod|flat|compound)/.test(doc.deprel[head]))) head = doc.head[head]
    const long = at.get(head)
    if (long && head <= t) byAcronym.set(acronym, long)
  }
  return mentions.map(m => {
    const long = m.rule === 'unknown acronym' ? byAcronym.get(m.name.quote) : undefined
    if (long) return { ...m, code: long.code, sector: long.sector, kind: long.kind, rule: `short for "${long.name.quote}"` }
    if (m.rule === 'lone name') {
      const full = bySurname.get(m.name.quote)
      return full ? { ...m, name: full.name, code: full.code, sector: full.sector, rule: `surname of "${full.name.quote}"` } : m
    }
    if (m.kind !== 'office' || m.plural) return m
    const person = childrenBy(doc, m.head, 'appos')
      .map(c => at.get(c))
      .find(p => p?.kind === 'person' && /\s/.test(p.name.quote))
    return person ? { ...m, name: person.name } : m
  })
}
