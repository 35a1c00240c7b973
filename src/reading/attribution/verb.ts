import { type CueKind, type CueUse, type Stance, VERB_CUES } from '../../knowledge/attribution.ts'
import { child, children, childrenBy, isRelation, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { clauseContent } from './clause.ts'
import { type Found, gather, spansOf, tokenSpan } from './found.ts'
import { agentOf, isPassive, type Source, sourceOfVerb } from './source.ts'

/** What a frame finds at a verb: the content, and the source where it is not the verb's subject. */
interface Reached {
  readonly content: readonly Span[]
  readonly kind?: CueKind
  readonly source?: Source
}

/** Attributions whose cue is a verb of speech, writing, attitude, accusation or demand with a content built onto it. */
export const findVerbCues = (doc: Document): Found[] => {
  const out: Found[] = []
  for (let t = 0; t < doc.length; t++) {
    const uses = isCueVerb(doc, t) ? usesOf(doc, t) : undefined
    if (!uses) continue
    const quoted = quoting(doc, t)
    if (quoted.length) for (const f of quoted) out.push(f)
    else if (!isQuotedSaying(doc, t)) {
      const found = readVerb(doc, t, uses)
      if (found) out.push(found)
    }
  }
  return out
}

const isCueVerb = (doc: Document, t: number): boolean =>
  doc.upos[t] === 'VERB' && !isRelation(doc, t, 'amod') && !isRelation(doc, t, 'compound')

/** The uses of verb t; with its particle if the pair is listed. */
export const usesOf = (doc: Document, t: number): readonly CueUse[] | undefined => {
  const lemma = doc.lemma[t].toLowerCase()
  const particle = child(doc, t, 'compound:prt')
  const joined = particle >= 0 ? VERB_CUES.get(`${lemma}_${doc.form[particle].toLowerCase()}`) : undefined
  return joined ?? VERB_CUES.get(lemma)
}

const CLAIMS = new Set(
  'claim allegation accusation charge report rumour rumor suggestion assertion speculation notion idea story account insinuation'.split(
    ' ',
  ),
)

/** What the source thinks of the content: "did not confirm" leaves it open, "dismissed reports that A" denies it. */
const stanceOf = (doc: Document, t: number, use: CueUse, frame: Kind): Stance => {
  if (isNegated(doc, t)) return 'doubts'
  if (frame !== 'obj' || use.name !== 'turn down') return use.stance
  return CLAIMS.has(doc.lemma[objectOf(doc, t)]?.toLowerCase()) ? 'denies' : use.stance
}

const NOT = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor'])
const REFUSING = new Set(['refuse', 'decline', 'unable', 'fail'])

const isNegated = (doc: Document, t: number): boolean =>
  childrenBy(doc, t, 'advmod', 'cc').some(c => NOT.has(doc.form[c].toLowerCase())) ||
  (isRelation(doc, t, 'xcomp') && REFUSING.has(doc.lemma[doc.head[t]].toLowerCase()))

const isQuotedSaying = (doc: Document, t: number): boolean => doc.xpos[t] === 'VBG' && doc.form[t - 1]?.toLowerCase() === 'as'

/** "A quoted B as saying C": B says C, and A says that he does. */
const quoting = (doc: Document, t: number): Found[] => {
  if (!['quote', 'cite'].includes(doc.lemma[t].toLowerCase())) return []
  const saying = sayingOf(doc, t)
  if (saying < 0) return []
  const said = isPassive(doc, t) ? child(doc, t, 'nsubj:pass') : objectOf(doc, t)
  const complement = clauseContent(doc, saying)
  const content = complement.length ? complement : saidThere(doc, t, saying)
  if (said < 0 || !content.length) return []
  const inner = {
    source: said,
    pronoun: -1,
    at: saying,
    cue: tokenSpan(doc, saying),
    content,
    kind: 'speech',
    stance: 'asserts',
    rule: 'quoted as saying',
  } as const
  const outer = isPassive(doc, t) ? { head: agentOf(doc, t), pronoun: -1 } : sourceOfVerb(doc, t)
  if (outer.head < 0) return [inner]
  return [
    { ...inner, source: outer.head, pronoun: outer.pronoun, at: t, cue: tokenSpan(doc, t), rule: 'quotes as saying' },
    inner,
  ]
}

/** What stands after "saying" or, where it closes the sentence, before the reporting clause. */
const saidThere = (doc: Document, t: number, saying: number): Span[] => {
  const last = subtree(doc, t)[1]
  const after = saying < last ? hull(doc, saying + 1, last) : []
  const subject = child(doc, t, 'nsubj')
  const start = subject >= 0 && subject < t ? subtree(doc, subject)[0] : t
  const first = doc.sentenceFirst[doc.sentence[t]]
  return after.length || start === first ? after : hull(doc, first, start - 1)
}

/** The "saying" of "quoted him as saying". */
const sayingOf = (doc: Document, t: number): number => {
  for (let k = t + 1; k < doc.length && k < t + 14 && doc.sentence[k] === doc.sentence[t]; k++) {
    if (doc.form[k - 1].toLowerCase() === 'as' && /^(saying|telling|stating|claiming|warning|adding)$/i.test(doc.form[k]))
      return k
  }
  return -1
}

const readVerb = (doc: Document, t: number, uses: readonly CueUse[]): Found | undefined => {
  for (const order of ORDER) {
    for (const use of uses) {
      for (const frame of use.frames) {
        const [kind, preposition] = split(frame)
        if (kind !== order) continue
        const reached = FRAMES[kind](doc, t, preposition)
        if (!reached?.content.length) continue
        const source = reached.source ?? sourceOfVerb(doc, t)
        return {
          source: source.head,
          pronoun: source.pronoun,
          at: t,
          cue: tokenSpan(doc, t),
          content: reached.content,
          kind: reached.kind ?? (use.kind === 'speech' && source.head < 0 && isPassive(doc, t) ? 'hearsay' : use.kind),
          stance: stanceOf(doc, t, use, kind),
          rule: `${doc.lemma[t]} ${frame} (${use.name})`,
        }
      }
    }
  }
  return undefined
}

type Kind = 'clause' | 'whom-to' | 'obj+' | 'name' | 'to' | 'obj' | 'on'

const ORDER: readonly Kind[] = ['clause', 'whom-to', 'obj+', 'name', 'to', 'obj', 'on']

const split = (frame: string): [Kind, string] => {
  if (frame.startsWith('obj+')) return ['obj+', frame.slice(4)]
  if (frame.startsWith('on ')) return ['on', frame.slice(3)]
  return [frame as Kind, '']
}

const markOf = (doc: Document, c: number): string => (doc.form[child(doc, c, 'mark', 'case')] ?? '').toLowerCase()
const hull = (doc: Document, first: number, last: number): Span[] => {
  const tokens = new Set<number>()
  for (let t = first; t <= last; t++) tokens.add(t)
  return spansOf(doc, tokens)
}

const clause = (doc: Document, t: number): Reached => {
  const raised = raising(doc, t)
  return raised.length
    ? { content: raised, kind: agentOf(doc, t) < 0 ? 'hearsay' : 'speech' }
    : { content: clauseContent(doc, t) }
}

/** "X is said to have fled", "X was reported killed": the content goes round the verb. */
const raising = (doc: Document, t: number): Span[] => {
  const subject = child(doc, t, 'nsubj:pass')
  const predicate = subject < 0 || !isPassive(doc, t) ? undefined : childrenBy(doc, t, 'xcomp').find(c => c > t)
  if (predicate === undefined || !RAISING.has(doc.lemma[t].toLowerCase())) return []
  return spansOf(doc, gather(doc, predicate, gather(doc, subject, new Set())), t)
}

const RAISING = new Set(
  'say believe report think suspect understand allege know claim presume assume rumour rumor estimate fear'.split(' '),
)

/** "urged X to A". */
const whomTo = (doc: Document, t: number): Reached | undefined => {
  const object = childrenBy(doc, t, 'obj', 'iobj').find(c => c > t)
  const clause = childrenBy(doc, t, 'xcomp', 'advcl', 'ccomp').find(c => c > t && markOf(doc, c) === 'to')
  if (clause === undefined) return undefined
  if (object !== undefined && object < clause) return { content: hull(doc, subtree(doc, object)[0], subtree(doc, clause)[1]) }
  const subject = child(doc, t, 'nsubj:pass')
  if (subject >= 0) return { content: spansOf(doc, gather(doc, clause, gather(doc, subject, new Set())), t) }
  return undefined
}

/** "vowed to A". */
const toDo = (doc: Document, t: number): Reached | undefined => {
  const clause = childrenBy(doc, t, 'xcomp').find(c => c > t && markOf(doc, c) === 'to')
  return clause === undefined || isPassive(doc, t)
    ? undefined
    : { content: hull(doc, subtree(doc, clause)[0], subtree(doc, clause)[1]) }
}

const objectOf = (doc: Document, t: number): number => childrenBy(doc, t, 'obj', 'iobj').find(c => c > t) ?? -1
const isPersonal = (doc: Document, t: number): boolean => /^(me|him|her|us|them|you|it|\w+sel(f|ves))$/i.test(doc.form[t])

/** "denied the report"; "the report was denied by X"; "the report denied by X". */
const object = (doc: Document, t: number): Reached | undefined => {
  if (isPassive(doc, t)) {
    const subject = childrenBy(doc, t, 'nsubj').find(c => doc.deprel[c] === 'nsubj:pass')
    return subject === undefined || agentOf(doc, t) < 0 ? undefined : { content: hull(doc, ...subtree(doc, subject)) }
  }
  if (doc.xpos[t] === 'VBN' && doc.deprel[t] === 'acl' && agentOf(doc, t) >= 0)
    return {
      content: spansOf(
        doc,
        gather(doc, doc.head[t], new Set(), c => c === t),
        t,
      ),
    }
  const o = objectOf(doc, t)
  return o < 0 || isPersonal(doc, o) ? undefined : { content: hull(doc, subtree(doc, o)[0], endOfEvent(doc, t, o)) }
}

/** Place and target of the event that an object names, where the tree hangs them on the verb: "condemned the attack on X in Y". */
const endOfEvent = (doc: Document, t: number, o: number): number => {
  let end = subtree(doc, o)[1]
  for (const c of childrenBy(doc, t, 'obl')) {
    const [first, last] = subtree(doc, c)
    if (first !== end + 1) continue
    if (isRelation(doc, c, 'obl:unmarked') || ['in', 'against', 'near', 'at', 'on', 'to', 'by'].includes(markOf(doc, c)))
      end = last
  }
  return end
}

/** "accused X of A", "described X as A"; "X was accused of A". */
const objectAnd = (doc: Document, t: number, preposition: string): Reached | undefined => {
  const o = objectOf(doc, t)
  const from = o >= 0 ? o : t
  const holders = o >= 0 ? [...children(doc, t), ...children(doc, o)] : [...children(doc, t)]
  const part = holders.find(
    c => c > from && ['obl', 'advcl', 'nmod', 'xcomp', 'acl'].some(r => isRelation(doc, c, r)) && markOf(doc, c) === preposition,
  )
  if (part === undefined) return undefined
  if (o >= 0) return { content: hull(doc, subtree(doc, o)[0], subtree(doc, part)[1]) }
  const subject = childrenBy(doc, t, 'nsubj').find(c => doc.deprel[c] === 'nsubj:pass')
  if (subject === undefined) return undefined
  return { content: spansOf(doc, gather(doc, part, gather(doc, subject, new Set())), t) }
}

/** "called X a traitor": the object and what it is called, right after it. */
const name = (doc: Document, t: number): Reached | undefined => {
  const o = objectOf(doc, t)
  const after = [...children(doc, t)].filter(
    c => c > Math.max(o, t) && NAMING.some(r => isRelation(doc, c, r)) && markOf(doc, c) !== 'to',
  )
  const predicate =
    after.find(c => isRelation(doc, c, 'xcomp')) ?? after.find(c => o >= 0 && isNext(doc, subtree(doc, o)[1], subtree(doc, c)[0]))
  if (predicate === undefined) return undefined
  return { content: hull(doc, o >= 0 ? subtree(doc, o)[0] : subtree(doc, predicate)[0], subtree(doc, predicate)[1]) }
}

const NAMING = ['xcomp', 'obj', 'iobj', 'obl:unmarked', 'parataxis', 'advmod', 'ccomp', 'nmod:desc']

const isNext = (doc: Document, end: number, start: number): boolean =>
  start === end + 1 || (start === end + 2 && doc.upos[end + 1] === 'PUNCT')

/** "warned of A", "called for A", "called on X to A": the preposition's object with what follows from it. */
const on = (doc: Document, t: number, preposition: string): Reached | undefined => {
  const part = childrenBy(doc, t, 'obl', 'advcl', 'xcomp').find(c => c > t && markOf(doc, c) === preposition)
  if (part === undefined || isRelation(doc, part, 'obl:agent') || isPersonal(doc, part)) return undefined
  const [first] = subtree(doc, part)
  const marker = child(doc, part, 'case', 'mark')
  const rest = childrenBy(doc, t, 'xcomp', 'advcl').find(c => c > part && markOf(doc, c) === 'to')
  return {
    content: hull(
      doc,
      marker === first ? first + 1 : first,
      rest === undefined ? endOfEvent(doc, t, part) : subtree(doc, rest)[1],
    ),
  }
}

const FRAMES: Readonly<Record<Kind, (doc: Document, t: number, preposition: string) => Reached | undefined>> = {
  clause,
  'whom-to': whomTo,
  'obj+': objectAnd,
  name,
  to: toDo,
  obj: object,
  on,
}
