import { fold, stripGeneric } from '../../knowledge/gazetteer/fold.ts'
import { NOT_PLACES } from '../../knowledge/gazetteer/words.ts'
import type { Gazetteer } from '../../knowledge/gazetteer.ts'
import type { Document } from '../../model/document.ts'

/** A stretch of tokens that the gazetteer knows, or that may name a place. */
export interface NameSpan {
  readonly first: number
  readonly last: number
  readonly text: string
}

const PARTICLES = new Set(
  'of and the de del della la las los le les al el ad an ar as ash at az ez es e i on upon sur da do dos das du di van der den bin ibn abu um us sous y ul ud'.split(
    ' ',
  ),
)
const ARTICLES = new Set('al el ad an ar as ash at az ez es esh ed er et en ul ud'.split(' '))
/** Names that are written with their article. */
const WITH_ARTICLE = new Set(['hague', 'gambia', 'bronx', 'dalles'])
/** Lower-case words that link the parts of a name. */
const LINKS = new Set('de del della la las los da do dos das du al el ez es'.split(' '))
const LONGEST = 8

/** Whether token t begins with a capital letter. */
export const isCapital = (doc: Document, t: number): boolean => /^\p{Lu}/u.test(doc.form[t])

/** Whether sentence s is written in capitals, as headlines are: then case tells nothing. */
export const isAllCapitals = (doc: Document, s: number): boolean => {
  const text = doc.text.slice(doc.start[doc.sentenceFirst[s]], doc.end[doc.sentenceLast[s]])
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0
  return upper > 8 && lower * 5 < upper
}

/** Whether nothing but white space, and no blank line, stands between tokens t and t + 1 of one sentence. */
export const isNext = (doc: Document, t: number): boolean =>
  t + 1 < doc.length &&
  doc.sentence[t] === doc.sentence[t + 1] &&
  doc.start[t + 1] - doc.end[t] <= 6 &&
  !/\n\s*\n/.test(doc.text.slice(doc.end[t], doc.start[t + 1]))

/** Whether a name can begin at token t: a capital, or an Arabic article joined by a hyphen ("al-Bab"). */
const canBegin = (doc: Document, t: number): boolean =>
  isCapital(doc, t) ||
  (ARTICLES.has(doc.form[t]) &&
    doc.form[t + 1] === '-' &&
    doc.start[t + 1] === doc.end[t] &&
    t + 2 < doc.length &&
    isCapital(doc, t + 2))

/** Last tokens at which a name that begins at `first` can end, longest first. */
const ends = (doc: Document, first: number): number[] => {
  const out: number[] = []
  for (let t = first; t < first + LONGEST && t < doc.length; t++) {
    if (t > first && !isNext(doc, t - 1)) break
    const form = doc.form[t]
    if (isCapital(doc, t) || (/^\d{1,2}$/.test(form) && t > first)) out.push(t)
    else if (/^['’]/.test(form) && doc.start[t] === doc.end[t - 1] && !/^['’]s$/i.test(form)) out.push(t)
    else if (
      form !== '-' &&
      form !== '–' &&
      form !== "'" &&
      form !== '’' &&
      !PARTICLES.has(form) &&
      !(t === first && canBegin(doc, t))
    ) {
      // A lower-case piece after a hyphen belongs to the name ("Mazar-i-Sharif", "Ivano-frankivsk").
      if (!(t > first && doc.form[t - 1] === '-' && doc.start[t] === doc.end[t - 1] && form.length < 4)) break
    }
  }
  return out.reverse()
}

const knows = (gazetteer: Gazetteer, text: string): boolean => {
  if (gazetteer.has(text)) return true
  const stripped = stripGeneric(fold(text))
  return stripped !== null && /\p{Lu}/u.test(text) && gazetteer.has(stripped.key)
}

/** A capitalised word for a kind of place that opens the name of an office is no part of the place ("California State Senator"). */
const withoutOffice = (doc: Document, gazetteer: Gazetteer, first: number, last: number): number => {
  if (last === first || gazetteer.has(doc.text.slice(doc.start[first], doc.end[last])) || !isNext(doc, last)) return last
  const opens = doc.form[last + 1] === 'of' || (isCapital(doc, last + 1) && doc.upos[last + 1] !== 'VERB')
  return opens && gazetteer.has(doc.text.slice(doc.start[first], doc.end[last - 1])) ? last - 1 : last
}

/** The longest stretches of the document that the gazetteer knows, in order, none overlapping. */
export const knownSpans = (doc: Document, gazetteer: Gazetteer): NameSpan[] => {
  const out: NameSpan[] = []
  for (let t = 0; t < doc.length; t++) {
    if (!canBegin(doc, t)) continue
    const known = ends(doc, t).find(e => knows(gazetteer, doc.text.slice(doc.start[t], doc.end[e])))
    if (known === undefined) continue
    if (NOT_PLACES.has(doc.text.slice(doc.start[t], doc.end[known]).toLowerCase())) {
      t = known
      continue
    }
    const first = /^the$/i.test(doc.form[t]) && known > t && !WITH_ARTICLE.has(doc.form[t + 1].toLowerCase()) ? t + 1 : t
    const last = withoutOffice(doc, gazetteer, first, known)
    const name =
      last - first > 1 && doc.form[first + 1] === 'of' && !gazetteer.has(doc.text.slice(doc.start[first], doc.end[last]))
        ? first + 2
        : first
    out.push({ first: name, last, text: doc.text.slice(doc.start[name], doc.end[last]) })
    t = last
  }
  return out
}

/** The run of capitalised tokens (with hyphens and words such as "de la" inside) around token t: the whole name it is part of. */
export const nameRun = (doc: Document, first: number, last: number): [number, number] => {
  const joins = (t: number) => isCapital(doc, t) && doc.upos[t] !== 'VERB' && doc.upos[t] !== 'AUX'
  let [f, l] = [first, last]
  const links = (t: number) => doc.form[t] === '-' || LINKS.has(doc.form[t])
  while (f > 0 && isNext(doc, f - 1)) {
    let k = f - 1
    while (k > f - 4 && k > 0 && links(k) && isNext(doc, k - 1)) k--
    if (!joins(k)) break
    f = k
  }
  while (isNext(doc, l)) {
    let k = l + 1
    while (k < l + 4 && links(k) && isNext(doc, k) && (doc.form[k] !== '-' || doc.start[k] === doc.end[k - 1])) k++
    if (!joins(k)) break
    l = k
  }
  return [f, l]
}
