import { type CueUse, NOUN_CUES } from '../../knowledge/attribution.ts'
import { child, children, childrenBy, isRelation, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { type Span, spanOf } from '../../model/span.ts'
import { type Found, tokenSpan } from './found.ts'
import { NO_SOURCE, type Source, sourceOfVerb } from './source.ts'

/** Attributions whose cue is a noun with a content built onto it: "the army's claim that A", "reports of A". */
export const findNounCues = (doc: Document): Found[] => {
  const out: Found[] = []
  for (let t = 0; t < doc.length; t++) {
    const uses = doc.upos[t] === 'NOUN' ? NOUN_CUES.get(doc.lemma[t].toLowerCase()) : undefined
    const found = uses && readNoun(doc, t, uses)
    if (found) out.push(found)
  }
  return out
}

const readNoun = (doc: Document, t: number, uses: readonly CueUse[]): Found | undefined => {
  for (const use of uses) {
    for (const frame of use.frames) {
      const part = partOf(doc, t, frame)
      if (part < 0) continue
      const source = sourceOfNoun(doc, t)
      if (source.head < 0) continue
      const { name, kind, stance } = use
      const content = [contentOf(doc, part)]
      return {
        source: source.head,
        pronoun: source.pronoun,
        at: t,
        cue: tokenSpan(doc, t),
        content,
        kind,
        stance,
        rule: `${doc.lemma[t]}, noun ${frame} (${name})`,
      }
    }
  }
  return undefined
}

const markOf = (doc: Document, c: number): string => (doc.form[child(doc, c, 'mark', 'case')] ?? '').toLowerCase()

/** "that A" with a subject of its own after "that", which is no relative pronoun then. */
const isThatClause = (doc: Document, c: number): boolean => {
  const that = [...children(doc, c)].find(k => k < c && doc.form[k].toLowerCase() === 'that')
  if (that === undefined) return false
  return isRelation(doc, that, 'mark') || (doc.xpos[that] === 'IN' && childrenBy(doc, c, 'nsubj').some(s => s > that))
}

/** The token that heads the content of noun t in a frame; -1 if none. */
const partOf = (doc: Document, t: number, frame: string): number => {
  if (frame === 'clause') return childrenBy(doc, t, 'acl', 'ccomp').find(c => c > t && isThatClause(doc, c)) ?? -1
  if (frame === 'to') return childrenBy(doc, t, 'acl', 'xcomp', 'ccomp').find(c => c > t && markOf(doc, c) === 'to') ?? -1
  return childrenBy(doc, t, 'nmod', 'acl', 'obl').find(c => c > t && markOf(doc, c) === frame.slice(3)) ?? -1
}

const contentOf = (doc: Document, part: number): Span => {
  const [first, last] = subtree(doc, part)
  const from = isRelation(doc, part, 'nmod') && first === child(doc, part, 'case') ? first + 1 : first
  return spanOf(doc.text, doc.start[from], doc.end[last])
}

/** Verbs whose subject is the author of the claim, promise or warning that they take as object. */
const UTTERING = new Set(
  `make issue repeat reiterate renew voice express have give release level bring offer file lodge raise air deliver present publish put
  announce sound utter send broadcast step show take reach`.split(/\s+/),
)

/** Whose claim it is: the possessor, "by X" or "from X", an adjective's none; else the subject of the verb that takes it as object. */
const sourceOfNoun = (doc: Document, t: number): Source => {
  const poss = child(doc, t, 'nmod:poss')
  if (poss >= 0) return { head: poss, pronoun: -1 }
  const by = childrenBy(doc, t, 'nmod').find(c => ['by', 'from', 'among'].includes(markOf(doc, c)))
  if (by !== undefined) return { head: by, pronoun: -1 }
  const verb = doc.head[t]
  if (isRelation(doc, t, 'obj') && verb >= 0 && UTTERING.has(doc.lemma[verb].toLowerCase())) return sourceOfVerb(doc, verb)
  const maker = childrenBy(doc, t, 'compound').find(c => doc.upos[c] === 'PROPN')
  return maker === undefined ? NO_SOURCE : { head: maker, pronoun: -1 }
}
