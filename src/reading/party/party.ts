import type { PartyIndex } from '../../knowledge/parties.ts'
import { childrenBy } from '../../language/tree.ts'
import type { Sector } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { type Candidates, resolvePronoun, speakerOf } from './coreference.ts'
import { issuerOf } from './issuer.ts'
import { bracketed, matchNames, type NameMatch } from './names.ts'
import { RELATIVE } from './noun.ts'
import { ownerAt } from './owner.ts'
import { GATHERING, type Phrase, phraseAt } from './phrase.ts'

/** A noun phrase that names, or refers to, a participant or a source. */
export interface PartyMention {
  /** Head token of the noun phrase. */
  readonly head: number
  /** The shortest phrase of the text that names the participant; for "he" or "the ministry" its antecedent's. */
  readonly name: Span
  /** The phrase as it stands here ("he", "the ministry"). */
  readonly here: Span
  readonly code: string
  readonly sector: Sector
  readonly kind: 'state' | 'force' | 'office' | 'group' | 'organisation' | 'person' | 'people' | 'media' | 'weapon'
  /** The rules that made it, for the trail. */
  readonly rule: string
}

/** The parties of a document, coreference resolved. */
export interface Parties {
  /** The parties that the noun phrase headed by token t stands for, its conjuncts not included: none, one, or several ("the two countries"). */
  at(t: number): readonly PartyMention[]
  /** Whose the thing named at token t is ("Iranian" of an Iranian oil platform), when it is no participant itself. */
  ownerOf(t: number): readonly PartyMention[]
  /** Every mention, in order. */
  readonly all: readonly PartyMention[]
}

const PRONOUN =
  /^(?:i|we|us|our|ours|my|me|he|him|his|she|her|they|them|their|theirs|it|its|who|which|that|itself|themselves|himself|herself|whose|whom)$/
const BOTH =
  /^(?:country|side|nation|state|army|government|neighbour|neighbor|party|leader|republic|capital|force|foe|enemy|rival|people|minister|president)$/

/** Kinds of mention that a side of a conflict is named by. */
const SIDES: ReadonlySet<PartyMention['kind']> = new Set(['state', 'group', 'force', 'people', 'office'] as const)

/** All parties of a document. Pure: the same document and outlet give the same parties. `outlet` says whose "we" a statement's is. */
export const findParties = (doc: Document, index: PartyIndex, outlet: string | null = null): Parties => {
  const names = matchNames(doc, index)
  const issuer = outlet === null ? null : issuerOf(outlet, index)
  const phrases = new Array<Phrase | null | undefined>(doc.length)
  const phrase = (t: number): Phrase | null => {
    if (phrases[t] === undefined) phrases[t] = phraseAt(doc, t, names, index)
    return phrases[t] ?? null
  }
  const heads: number[] = []
  for (let t = 0; t < doc.length; t++) if (isHead(doc, t) && phrase(t)) heads.push(t)
  const settled = besideNames(
    doc,
    settle(
      doc,
      heads.map(t => phrase(t) as Phrase),
      issuer,
    ),
  )
  const byHead = new Map(settled.map(p => [p.head, p]))
  const candidates: Candidates = { mentions: settled, tokens: settled.map(p => p.head), issuer }
  const memo = new Map<number, readonly PartyMention[]>()

  const at = (t: number, depth = 0): readonly PartyMention[] => {
    const before = memo.get(t)
    if (before) return before
    memo.set(t, [])
    const found = depth > 4 || t < 0 || t >= doc.length ? [] : resolve(t, depth)
    memo.set(t, found)
    return found
  }
  const resolve = (t: number, depth: number): readonly PartyMention[] => {
    const form = doc.form[t].toLowerCase()
    if (doc.deprel[t] === 'expl') return []
    if (PRONOUN.test(form) && (doc.upos[t] === 'PRON' || doc.upos[t] === 'DET' || doc.upos[t] === 'SCONJ'))
      return pronoun(t, form, depth)
    const several = bothSides(t)
    if (several) return several
    if (GATHERING.test(doc.lemma[t].toLowerCase()) || doc.upos[t] === 'NUM') {
      const of = childrenBy(doc, t, 'nmod').find(c =>
        childrenBy(doc, c, 'case').some(k => /^(?:of|from|among)$/.test(doc.form[k].toLowerCase())),
      )
      const inner = of === undefined ? [] : at(of, depth + 1)
      if (inner.length && !names[t]) return inner
    }
    const own = byHead.get(t) ?? settleOne(phrase(t))
    if (!own) return []
    const possessor = isOpen(phrase(t)) ? childrenBy(doc, t, 'nmod:poss').find(c => doc.upos[c] === 'PRON') : undefined
    const [owner] = possessor === undefined ? [] : at(possessor, depth + 1)
    const ours = owner && owner.code !== 'UNK' && own.code !== owner.code && !RELATIVE.test(phrase(t)?.noun ?? '')
    return ours ? [ownedBy(own, owner)] : [own, ...alsoOf(t, own)]
  }
  /** "Turkish and Azerbaijani troops": those of the second state beside those of the first. */
  const alsoOf = (t: number, own: PartyMention): PartyMention[] =>
    /^NNP?S$/.test(doc.xpos[t]) && phrase(t)?.noun
      ? childrenBy(doc, t, 'amod', 'compound', 'nmod:poss')
          .filter(c => c < t && isNational(names[c]) && names[c]?.entry.code === own.code)
          .flatMap(c => childrenBy(doc, c, 'conj'))
          .filter(k => k < t && isNational(names[k]) && names[k]?.entry.code !== own.code)
          .map(k => ({ ...own, code: names[k]?.entry.code ?? own.code, rule: `${own.rule}, shared` }))
      : []
  const ownerOf = (t: number): readonly PartyMention[] => {
    if (t < 0 || t >= doc.length || at(t).length) return []
    const owner = ownerAt(doc, t, names)
    if (owner) return [owner]
    const possessor = childrenBy(doc, t, 'nmod:poss').find(c => doc.upos[c] === 'PRON' || phrase(c))
    return possessor === undefined ? [] : at(possessor).map(p => ({ ...p, head: t, rule: `owner: ${p.rule}` }))
  }
  const settleOne = (p: Phrase | null): PartyMention | null => (p && p.rule !== 'lone name' ? plain(p, settled) : null)

  const pronoun = (t: number, form: string, depth: number): readonly PartyMention[] => {
    if (/^(?:who|which|that|whose|whom)$/.test(form)) {
      const clause = childOfRelative(doc, t)
      return clause >= 0 ? at(clause, depth + 1) : []
    }
    if (/^(?:i|we|us|our|ours|my|me)$/.test(form)) {
      const speaker = speakerOf(doc, t, k => at(k, depth + 1), candidates)
      return speaker.map(p => ({ ...p, head: t, rule: `speaker: ${p.rule}` }))
    }
    const found = resolvePronoun(doc, t, form, candidates)
    return found ? [{ ...found, head: t, rule: `"${form}": ${found.rule}` }] : []
  }

  /** "the two countries", "both sides": the two states or groups named most before, but not who does something to them. */
  const bothSides = (t: number): readonly PartyMention[] | null => {
    if (!BOTH.test(doc.lemma[t].toLowerCase()) || names[t]) return null
    if (!childrenBy(doc, t, 'nummod', 'det').some(c => /^(?:two|both)$/.test(doc.form[c].toLowerCase()))) return null
    const verb = doc.head[t]
    const outside = new Set(verb < 0 ? [] : childrenBy(doc, verb, 'nsubj').flatMap(c => (c < t ? [byHead.get(c)?.code] : [])))
    const sides = new Map<string, { count: number; last: PartyMention }>()
    for (const p of settled)
      if (p.head < t && p.code !== 'UNK' && !ABOVE_STATES.test(p.code) && SIDES.has(p.kind) && !outside.has(p.code))
        sides.set(p.code, { count: (sides.get(p.code)?.count ?? 0) + 1, last: p })
    const most = [...sides.values()].sort((a, b) => b.count - a.count || b.last.head - a.last.head).slice(0, 2)
    const inOrder = most.map(s => s.last).sort((a, b) => a.head - b.head)
    return inOrder.length === 2 ? inOrder.map(p => ({ ...p, head: t, rule: 'both sides' })) : null
  }
  return { at: t => at(t), ownerOf, all: settled }
}

const isNational = (m: NameMatch | undefined): boolean => m?.entry.kind === 'nationality' || m?.entry.kind === 'state'

const isOpen = (p: Phrase | null): boolean => p?.open ?? false

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
const ownedBy = <T extends PartyMention>(p: T, owner: PartyMention): T => ({
  ...p,
  code: owner.code,
  sector:
    owner.kind === 'group' || (/^(?:REB|PRM|UAF)$/.test(owner.sector) && /^(?:MIL|GOV)$/.test(p.sector))
      ? owner.sector
      : p.sector,
  rule: `${p.rule} of "${owner.name.quote}"`,
})

const childOfRelative = (doc: Document, t: number): number => {
  for (let k = doc.head[t], n = 0; k >= 0 && n < 6; k = doc.head[k], n++) if (doc.deprel[k] === 'acl:relcl') return doc.head[k]
  return -1
}

/** Nouns and names that head a phrase of their own: not parts of a longer name or compound. */
const isHead = (doc: Document, t: number): boolean =>
  /^(?:NOUN|PROPN)$/.test(doc.upos[t])
    ? !/^(?:compound|flat|goeswith)/.test(doc.deprel[t])
    : /^ADJ$/.test(doc.upos[t]) && /^(?:nsubj|obj|obl|nmod|conj|root|appos)/.test(doc.deprel[t])

/** Index of the last mention whose head stands before token t, or -1. */
const lastBefore = (mentions: readonly PartyMention[], t: number): number => {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const mid = (low + high) >> 1
    if (mentions[mid].head < t) low = mid + 1
    else high = mid
  }
  return low - 1
}

const plain = (p: Phrase, before: readonly PartyMention[]): PartyMention => {
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
const FAR = ' the earlier'

const ABOVE_STATES = /^(?:UNO|EUR|IGO|NGO|MNC)$/
const SUPRANATIONAL = /^(?:UNO|EUR|IGO|NGO|IMG|MNC)$/
const PRESS = /(?:agency|newspaper|radio|television|network|channel|daily|broadcaster|paper|station)$/
const ISSUING = /(?:minister|secretary|department|spokesman|spokeswoman|spokesperson|ambassador|envoy|representative)$/
const GOVERNING = /^(?:government|regime|authority|authorities|ministry|official|administration|cabinet|junta)$/

/** Gives open phrases ("the army", "Golcher", "the group") the state, sector and name of what they take up. */
const settle = (doc: Document, phrases: readonly Phrase[], issuer: string | null): SettledMention[] => {
  const out: SettledMention[] = []
  const tokens: number[] = []
  const surnames = new Map<string, SettledMention>()
  const byNoun = new Map<string, SettledMention>()
  const bySector = new Map<string, SettledMention>()
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
    const its =
      open && m.code === 'UNK' && !RELATIVE.test(p.noun) ? possessor(doc, p.head, { mentions: out, tokens, issuer }) : null
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
      else if (p.kind === 'group' && p.sector === '' && definite && group)
        m = { ...m, code: group.code, sector: group.sector, name: group.name, rule: `${p.rule}: "${group.name.quote}"` }
      else if (p.kind === 'group' && p.sector === '' && !group) continue
      else if (issuer && p.sector === 'GOV' && (p.kind === 'person' || ISSUING.test(p.noun)))
        m = { ...m, code: issuer, rule: `${p.rule} of the issuing government` }
      else {
        const kin = /^(?:MIL|COP|REB|LEG|PRM)$/.test(p.sector) || GOVERNING.test(p.noun) ? bySector.get(p.sector) : undefined
        const sender = /^(?:MIL|PRM|COP)$/.test(p.sector) ? senderOf(doc, p.head, settledAt) : undefined
        const far = kin && doc.sentence[p.head] - doc.sentence[kin.head] > KIN_REACH ? FAR : ''
        if (sender) m = { ...m, code: sender.code, rule: `${p.rule}, sent by "${sender.name.quote}"` }
        else if (kin) m = { ...m, code: kin.code, rule: `${p.rule}, state of${far} "${kin.name.quote}"` }
      }
    }
    if (p.noun !== 'officer' && (m.sector === 'MIL' || m.sector === 'COP')) uniform = m.sector
    out.push(m)
    tokens.push(m.head)
    settledAt.set(m.head, m)
    if (m.kind === 'person') surnames.set(p.name.quote.split(/\s+/).at(-1) ?? surname, m)
    if (m.code !== 'UNK') {
      if (m.noun) for (const key of [m.noun, m.noun.split(' ').at(-1) as string]) byNoun.set(key, m)
      if (m.kind === 'media') press = m
      if (m.sector && !SUPRANATIONAL.test(m.code)) bySector.set(m.sector, m)
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
const besideNames = (doc: Document, mentions: readonly SettledMention[]): SettledMention[] => {
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

/** Of no one state: "Western diplomats", "neighbouring governments". */
const ABROAD = /^name | of (?:any state|Western|the West)$/

/** Words for sources that belong to nobody known: "reports", "a statement". */
const VAGUE = /^(?:noun (?:report|statement|ally|partner)$|unknown source|parties)/

/** Gives mentions whose state the text leaves open the country that the report is about. */
export const withHomeCountry = (parties: Parties, country: string | null, isPlace: (t: number) => boolean): Parties => {
  const home = (p: PartyMention): PartyMention[] => {
    if (p.code !== 'UNK' && !(country && p.rule.includes(`state of${FAR} `))) return [p]
    if (/^(?:unknown person|lone name|surname|person with office)/.test(p.rule) && isPlace(p.head)) return []
    return country && !ABROAD.test(p.rule) && !(p.sector === '' && VAGUE.test(p.rule))
      ? [{ ...p, code: country, rule: `${p.rule}, in the report's country` }]
      : [p]
  }
  return { at: t => parties.at(t).flatMap(home), ownerOf: t => parties.ownerOf(t).flatMap(home), all: parties.all.flatMap(home) }
}
