import type { Ontology, Trigger } from '../../knowledge/ontology.ts'
import { childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { EventType } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import { type Span, spanOf } from '../../model/span.ts'
import { attemptOf } from './attempt.ts'
import { carrierOf } from './carrier.ts'
import { completed } from './complete.ts'
import { counted } from './condition.ts'
import { isPartyWord } from './doer.ts'
import { included, isNominal, isTime, isVerb, prepositionOf } from './frame.ts'
import { type Match, matchAt } from './match.ts'
import { modalRequests } from './modal.ts'
import { meansOf, modeOfContent, withAirModes } from './mode.ts'
import { isBackReference, isLabel, isToldByAnother } from './reference.ts'
import { sceneFilter } from './scene.ts'

/** A trigger found in the tree, its type, and the tokens that fill its roles. */
export interface EventMention {
  /** The trigger's words. */
  readonly span: Span
  /** The trigger's syntactic head: a verb, noun or adjective. */
  readonly head: number
  readonly type: EventType
  readonly mode: string | null
  /** Head tokens of the noun phrases that do it, conjuncts included (for reciprocal events all parties). */
  readonly actors: readonly number[]
  /** Head tokens of the noun phrases it is done to, conjuncts included; may be places ("shelled Ganja"). */
  readonly recipients: readonly number[]
  /** For saying-like events (ACCUSE, REQUEST, THREATEN, AGREE, REJECT...): the head token of what is accused, demanded, threatened; -1 if none. */
  readonly content: number
  /** Set by the frame: the event was only tried, failed, or prevented ("tried to storm", "foiled an attack"). */
  readonly attempt: 'none' | 'attempted' | 'failed'
  /** The rule that made it, for the trail: "ASSAULT shell.v passive". */
  readonly rule: string
}

/** All events of a document, in order of their triggers; those in sentences about business, sport or disasters are left out. */
export const findEvents = (doc: Document, ontology: Ontology): EventMention[] => {
  const isForeign = sceneFilter(doc, ontology)
  return allEvents(doc, ontology).filter(e => !isForeign(e.head, e.type))
}

/** All events of a document whatever its sentences are about, in order of their triggers. */
export const allEvents = (doc: Document, ontology: Ontology): EventMention[] => {
  const matches = withoutDoubles(doc, matchAll(doc, ontology))
  const heads = new Set(matches.map(m => m.head))
  const events = completed(
    doc,
    matches.map(m => mentionOf(doc, m, heads)),
  )
  const all = [...events, ...modalRequests(doc, events)]
  return withAirModes(all.map(e => withContentMode(doc, e, all))).sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )
}

/** Every trigger of the document, each token belonging to one at most; senses that are no events keep others off. */
const matchAll = (doc: Document, ontology: Ontology): Match[] => {
  const found: Match[] = []
  for (let t = 0; t < doc.length; t++) {
    const m = matchAt(doc, t, ontology)
    if (m) found.push(m)
  }
  const taken = new Set<number>()
  const byLength = [...found].sort((a, b) => b.parts.length - a.parts.length || a.head - b.head)
  const kept = byLength.filter(m => {
    if (m.parts.some(k => taken.has(k))) return false
    for (const k of m.parts) taken.add(k)
    return m.trigger.type !== null
  })
  return kept.sort((a, b) => a.first - b.first)
}

/** Verbs of effect that say no more than their subject where that is an event itself: "air strikes hit the town". */
const ECHO = new Set(['hit', 'strike', 'target', 'engage', 'go', 'explode', 'rock', 'rip', 'tear'])

/** Takes out back-references, attributive states, and verbs that only carry an event noun. */
const withoutDoubles = (doc: Document, matches: readonly Match[]): Match[] => {
  const heads = new Set(matches.map(m => m.head))
  const live = matches.filter(
    (m, i) => !isLabel(doc, m) && !isToldByAnother(doc, m, heads) && !isBackReference(doc, m, matches.slice(0, i)),
  )
  const byHead = new Map(live.map(m => [m.head, m]))
  const dropped = new Set<number>()
  const hit = new Map<number, readonly number[]>()
  for (const m of live) {
    if (m.frame.shape === 'active' || m.frame.shape === 'passive') {
      const cause = ECHO.has(lemmaOf(doc, m.head)) ? m.frame.subj.find(s => byHead.get(s)?.trigger.type === 'ASSAULT') : undefined
      if (cause === undefined) continue
      dropped.add(m.head)
      hit.set(cause, m.frame.obj)
      continue
    }
    const carrier = carrierOf(doc, m.head)
    const verb = byHead.get(carrier)
    const truce = m.trigger.mode === 'ceasefire' && verb?.trigger.type === 'AGREE' && lemmaOf(doc, carrier) !== 'agree'
    if (verb && (truce || verb.trigger.type === m.trigger.type)) dropped.add(carrier)
  }
  const kept = live.filter(m => !dropped.has(m.head))
  return kept.map(m => (hit.has(m.head) && !m.frame.obj.length ? { ...m, frame: { ...m.frame, obj: hit.get(m.head) ?? [] } } : m))
}

const MUTUAL = ['with', 'between', 'against', 'among', 'and']

const slot = (m: Match, name: string): readonly number[] => {
  if (name === 'subj') return m.frame.subj
  if (name === 'obj') return m.frame.obj
  return m.frame.prep.get(name) ?? []
}

/** The first slot that holds anything but events; else the first that holds any. */
const firstOf = (m: Match, slots: readonly string[], heads?: ReadonlySet<number>): number[] => {
  for (const s of heads ? slots : []) {
    const tokens = slot(m, s).filter(t => !heads?.has(t))
    if (tokens.length) return tokens
  }
  for (const s of slots) {
    const tokens = slot(m, s)
    if (tokens.length) return [...tokens]
  }
  return []
}

/** Who held what is taken: "ISIL-held terrain", "ISIL's capital", "Iraqi posts", "areas occupied by Armenia". */
const holders = (doc: Document, m: Match): number[] =>
  m.frame.obj
    .flatMap(o => counted(doc, o))
    .flatMap(o => {
      const before = childrenBy(doc, o, 'amod', 'compound')
      const held = [...before, ...childrenBy(doc, o, 'acl')].filter(c => HELD.test(wordOf(doc, c)))
      const keepers = held
        .filter(c => doc.deprel[c] !== 'acl:relcl')
        .flatMap(c =>
          childrenBy(doc, c, 'compound', 'obl', 'nsubj', 'advmod', 'nmod').filter(
            k => isNominal(doc, k) && (k < c || prepositionOf(doc, k) === 'by'),
          ),
        )
      const owners = childrenBy(doc, o, 'nmod:poss').filter(c => doc.upos[c] !== 'PRON')
      return [...keepers, ...owners, ...(POST.test(lemmaOf(doc, o)) && before.some(c => isPartyWord(doc, c)) ? [o] : [])]
    })

const HELD = /^(?:held|controlled|occupied|seized|captured|dominated)$/
const POST =
  /^(?:post|position|base|outpost|garrison|headquarters|trench|checkpoint|stronghold|camp|line|barracks|defence|defense)$/

const SITE =
  /^(?:town|city|village|hamlet|suburb|neighborhood|neighbourhood|district|area|province|region|street|road|highway|square|market|mosque|church|school|hospital|clinic|university|house|home|building|airport|bridge|capital|territory|soil|airspace|waters|settlement|quarter|outskirts|countryside|place|site|location|spot)$/

/** Where things happen is no party to them. */
const SCENE = /^(?:scene|site|venue|aftermath|start|beginning|wake)$/

/** What no one can be. */
const ABSTRACT =
  /^(?:bloodshed|violence|fighting|war|conflict|hostility|crisis|siege|killing|peace|situation|tension|use|fact|problem|issue|time|end)$/

/** What stands for its people or holder: a mere site is only where it was, unless it has a name. */
const named = (doc: Document, t: number): number[] => {
  if (ABSTRACT.test(lemmaOf(doc, t)) && doc.upos[t] === 'NOUN') return []
  if (doc.upos[t] !== 'NOUN' || !SITE.test(lemmaOf(doc, t))) return [t]
  return childrenBy(doc, t, 'nmod', 'appos').filter(c => doc.upos[c] === 'PROPN' && /^(?:of)?$/.test(prepositionOf(doc, c)))
}

const mentionOf = (doc: Document, m: Match, heads: ReadonlySet<number>): EventMention => {
  const { trigger } = m
  const isOutside = (t: number) => !m.parts.includes(t) && !isTime(doc, t) && !SCENE.test(lemmaOf(doc, t))
  const doers = firstOf(m, trigger.by).filter(isOutside)
  const done = firstOf(m, trigger.to, heads)
    .filter(isOutside)
    .flatMap(t => [...named(doc, t), ...included(doc, t)])
  const opponents = trigger.mutual
    ? [...(trigger.to.includes('obj') ? slot(m, 'obj') : []), ...MUTUAL.flatMap(p => slot(m, p))]
    : []
  const all = [...new Set([...doers, ...opponents.filter(t => isOutside(t) && !heads.has(t))])]
  return {
    span: spanOf(doc.text, doc.start[m.first], doc.end[m.last]),
    head: m.head,
    type: trigger.type as EventType,
    mode: trigger.mode ?? (trigger.type === 'ASSAULT' ? meansOf(doc, m) : null),
    actors: all,
    recipients: trigger.mutual
      ? []
      : (done.length || trigger.mode !== 'territory' ? done : holders(doc, m)).filter(t => !all.includes(t)),
    content: contentOf(doc, m, heads, trigger),
    attempt: attemptOf(doc, m.head),
    rule: `${trigger.name} ${m.frame.shape}`,
  }
}

const VOWS = /^(?:vow|promise|pledge|swear|commit|plan|intend)$/
const HOSTILE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'SANCTION'])

/** A vow to do harm is a threat. A demand or threat takes its mode from what is demanded or threatened. */
const withContentMode = (doc: Document, e: EventMention, events: readonly EventMention[]): EventMention => {
  if (e.mode || e.content < 0) return e
  const content = events.find(c => c.head === e.content && c !== e)
  if (!content) return e
  const type = e.type === 'AGREE' && VOWS.test(lemmaOf(doc, e.head)) && HOSTILE.has(content.type) ? 'THREATEN' : e.type
  return { ...e, type, mode: modeOfContent(type, content) }
}

const SPEECH = new Set(['ACCUSE', 'REQUEST', 'THREATEN', 'AGREE', 'REJECT', 'SUPPORT', 'CONCEDE', 'CONSULT'])

/** The event noun that a verb which is no event carries: "keep up the raids", "launch attacks". */
const carried = (doc: Document, verb: number, heads: ReadonlySet<number>): number | undefined =>
  childrenBy(doc, verb, 'obj', 'xcomp', 'obl', 'nsubj').find(t => heads.has(t))

/** What is accused, demanded, threatened: the complement clause, or the event noun in a complement. */
const contentOf = (doc: Document, m: Match, heads: ReadonlySet<number>, trigger: Trigger): number => {
  if (!SPEECH.has(trigger.type as string)) return -1
  const places = [
    ...m.frame.obj,
    ...['of', 'for', 'to', 'on', 'with', 'about', 'over', 'at', 'against', 'from', 'in'].flatMap(p => slot(m, p)),
  ]
  const inner = places.flatMap(t => [t, ...childrenBy(doc, t, 'nmod').filter(c => prepositionOf(doc, c) === 'of')])
  const noun = inner.find(t => heads.has(t) && t !== m.head)
  if (noun !== undefined) return noun
  if (m.frame.clause >= 0)
    return heads.has(m.frame.clause) ? m.frame.clause : (carried(doc, m.frame.clause, heads) ?? m.frame.clause)
  const purpose = childrenBy(doc, m.head, 'advcl').find(c => isVerb(doc, c) && doc.xpos[c] !== 'VBD')
  return purpose !== undefined && heads.has(purpose) ? purpose : -1
}
