import { child, childrenBy, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { Found } from './found.ts'

const MEDIA = new Set(
  `twitter facebook telegram instagram youtube whatsapp vkontakte vk weibo x tiktok truth linkedin
  television tv radio channel broadcaster website site newspaper daily weekly magazine blog page broadcast account network agency`.split(
    /\s+/,
  ),
)
const BETWEEN = new Set(['on', 'via', 'through', 'in', 'over', 'to'])

/** The medium named beside a cue: "on Twitter", "on state television", "told Radio Freedom"; null if none. */
export const mediumOf = (doc: Document, f: Found): string | null => {
  if (f.at < 0) return null
  for (const c of childrenBy(doc, f.at, 'obl', 'iobj', 'obj')) {
    const preposition = doc.form[child(doc, c, 'case')]?.toLowerCase()
    if (!MEDIA.has(doc.lemma[c].toLowerCase())) continue
    if (preposition === undefined || !BETWEEN.has(preposition) || preposition === 'to') continue
    return mediumPhrase(doc, c)
  }
  return null
}

const mediumPhrase = (doc: Document, t: number): string => {
  const [, end] = [0, t]
  const inner = childrenBy(doc, t, 'compound', 'amod').filter(c => c < t)
  const first = inner.length ? Math.min(...inner.map(c => subtree(doc, c)[0])) : t
  return doc.text.slice(doc.start[first], doc.end[end])
}
