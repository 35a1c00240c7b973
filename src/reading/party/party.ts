import type { PartyIndex } from '../../knowledge/parties.ts'
import { childrenBy } from '../../language/tree.ts'
import type { Sector } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { type Candidates, resolvePronoun, speakerOf } from './coreference.ts'
import { issuerOf } from './issuer.ts'
import { matchNames, type NameMatch } from './names.ts'
import { RELATIVE } from './noun.ts'
import { ownerAt } from './owner.ts'
import { GATHERING, type Phrase, phraseAt } from './phrase.ts'
import { ABOVE_STATES, besideNames, FAR, ownedBy, plain, settle } from './settle.ts'

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
  const candidates: Candidates = { mentions: settled, issuer }
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
    if (form === 'it' && doc.deprel[t] === 'obj' && OF_FACTS.test(doc.lemma[doc.head[t]] ?? '')) return []
    const found = resolvePronoun(doc, t, form, candidates)
    return found ? [{ ...found, head: t, rule: `"${form}": ${found.rule}` }] : []
  }

  /** "the two countries", "both sides": the two states or groups named most before, but not who does something to them. */
  const bothSides = (t: number): readonly PartyMention[] | null => {
    if (!BOTH.test(doc.lemma[t].toLowerCase()) || names[t]) return null
    if (!childrenBy(doc, t, 'nummod', 'det').some(c => /^(?:two|both)$/.test(doc.form[c].toLowerCase()))) return null
    const verb = doc.head[t]
    const outside = new Set(verb < 0 ? [] : childrenBy(doc, verb, 'nsubj').flatMap(c => (c < t ? [byHead.get(c)?.code] : [])))
    const sides = new Map<string, { count: number; first: PartyMention }>()
    for (const p of settled)
      if (p.head < t && p.code !== 'UNK' && !ABOVE_STATES.test(p.code) && SIDES.has(p.kind) && !outside.has(p.code))
        sides.set(sideOf(p), { count: (sides.get(sideOf(p))?.count ?? 0) + 1, first: sides.get(sideOf(p))?.first ?? p })
    const most = [...sides.values()].sort((a, b) => b.count - a.count || b.first.head - a.first.head).slice(0, 2)
    const inOrder = most.map(s => s.first).sort((a, b) => a.head - b.head)
    return inOrder.length === 2 ? inOrder.map(p => ({ ...p, head: t, rule: 'both sides' })) : null
  }
  return { at: t => at(t), ownerOf, all: settled }
}

/** "Denied it", "said it": what was told, no participant. */
const OF_FACTS = /^(?:deny|confirm|say|know|believe|report|announce|mention|admit|regret|mean|doubt|acknowledge|refute)$/

/** A state's rebels and militias are a side of their own. */
const sideOf = (p: PartyMention): string => (/^(?:REB|PRM)$/.test(p.sector) ? `${p.code} ${p.sector}` : p.code)

const isNational = (m: NameMatch | undefined): boolean => m?.entry.kind === 'nationality' || m?.entry.kind === 'state'

const isOpen = (p: Phrase | null): boolean => p?.open ?? false

const childOfRelative = (doc: Document, t: number): number => {
  for (let k = doc.head[t], n = 0; k >= 0 && n < 6; k = doc.head[k], n++) if (doc.deprel[k] === 'acl:relcl') return doc.head[k]
  return -1
}

/** Nouns and names that head a phrase of their own: not parts of a longer name or compound. */
const isHead = (doc: Document, t: number): boolean =>
  /^(?:NOUN|PROPN)$/.test(doc.upos[t])
    ? !/^(?:compound|flat|goeswith)/.test(doc.deprel[t])
    : /^ADJ$/.test(doc.upos[t]) && /^(?:nsubj|obj|obl|nmod|conj|root|appos)/.test(doc.deprel[t])

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
