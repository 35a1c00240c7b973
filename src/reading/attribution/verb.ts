import { type CueUse, type Stance, VERB_CUES } from '../../knowledge/attribution.ts'
import { child, childrenBy, isRelation } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { type Found, tokenSpan } from './found.ts'
import { FRAMES, type FrameKind, objectOf } from './frames.ts'
import { isQuotedSaying, quotedAsSaying } from './saying.ts'
import { isPassive, sourceOfVerb } from './source.ts'

/** Attributions whose cue is a verb of speech, writing, attitude, accusation or demand with a content built onto it. */
export const findVerbCues = (doc: Document): Found[] => {
  const out: Found[] = []
  for (let t = 0; t < doc.length; t++) {
    const uses = isCueVerb(doc, t) ? usesOf(doc, t) : undefined
    if (!uses) continue
    const quoted = quotedAsSaying(doc, t)
    if (quoted.length) for (const f of quoted) out.push(f)
    else if (!isQuotedSaying(doc, t)) {
      const found = readVerb(doc, t, uses)
      if (found) out.push(found)
    }
  }
  return out
}

const isCueVerb = (doc: Document, t: number): boolean =>
  doc.upos[t] === 'VERB' && !isRelation(doc, t, 'amod') && !isRelation(doc, t, 'compound') && !isSurname(doc, t)

/** "Rodi Said": written with a capital within a sentence, it is a name. */
const isSurname = (doc: Document, t: number): boolean =>
  doc.form[t] === 'Said' &&
  t > doc.sentenceFirst[doc.sentence[t]] &&
  doc.upos[t - 1] === 'PROPN' &&
  /^\p{Lu}\p{Ll}/u.test(doc.form[t - 1])

/** The uses of verb t; with its particle if the pair is listed. */
export const usesOf = (doc: Document, t: number): readonly CueUse[] | undefined => {
  const lemma = doc.lemma[t].toLowerCase()
  const particle = child(doc, t, 'compound:prt')
  const joined = particle >= 0 ? VERB_CUES.get(`${lemma}_${doc.form[particle].toLowerCase()}`) : undefined
  return joined ?? VERB_CUES.get(lemma)
}

const CLAIMS = new Set(
  'claim allegation accusation charge report rumour rumor suggestion assertion speculation notion idea story account insinuation responsibility involvement blame role link'.split(
    ' ',
  ),
)

/** What the source thinks of the content: "did not confirm" leaves it open, "dismissed reports that A" denies it. */
const stanceOf = (doc: Document, t: number, use: CueUse, frame: FrameKind): Stance => {
  if (isNegated(doc, t)) return 'doubts'
  if (frame !== 'obj' || use.name !== 'turn down') return use.stance
  return CLAIMS.has(doc.lemma[objectOf(doc, t)]?.toLowerCase()) ? 'denies' : use.stance
}

const NOT = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor'])
const REFUSING = new Set(['refuse', 'decline', 'unable', 'fail'])

const isNegated = (doc: Document, t: number): boolean =>
  /^(nobody|none|no|no-one)$/i.test(doc.form[childrenBy(doc, t, 'nsubj')[0]] ?? '') ||
  childrenBy(doc, childrenBy(doc, t, 'nsubj')[0] ?? t, 'det').some(c => /^(no|neither)$/i.test(doc.form[c])) ||
  childrenBy(doc, t, 'advmod', 'cc').some(c => NOT.has(doc.form[c].toLowerCase())) ||
  (isRelation(doc, t, 'xcomp') && REFUSING.has(doc.lemma[doc.head[t]].toLowerCase()))

const readVerb = (doc: Document, t: number, uses: readonly CueUse[]): Found | undefined => {
  for (const order of ORDER) {
    for (const use of uses) {
      for (const frame of use.frames) {
        const [kind, preposition] = split(frame)
        if (kind !== order) continue
        const reached = FRAMES[kind](doc, t, preposition)
        if (!reached?.content.length) continue
        const source = sourceOfVerb(doc, t)
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

const ORDER: readonly FrameKind[] = ['clause', 'whom-to', 'obj+', 'name', 'to', 'obj', 'on']

const split = (frame: string): [FrameKind, string] => {
  if (frame.startsWith('obj+')) return ['obj+', frame.slice(4)]
  if (frame.startsWith('on ')) return ['on', frame.slice(3)]
  return [frame as FrameKind, '']
}
