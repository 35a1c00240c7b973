import { child, childrenBy, isRelation, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { Found } from './found.ts'

const MEDIA = new Set(
  `twitter facebook telegram instagram youtube whatsapp vkontakte vk weibo x tiktok truth linkedin
  television tv radio channel broadcaster website site newspaper daily weekly magazine blog page broadcast account network agency`.split(
    /\s+/,
  ),
)
const OUTLETS = new Set(
  `afp reuters ap upi dpa efe ansa tass itar-tass interfax ria novosti sputnik xinhua irna isna tasnim fars ina sana anadolu trend kyodo yonhap
  pti bbc cnn cbs nbc abc msnbc npr itv aljazeera jazeera al-jazeera arabiya al-arabiya rt dw france24 voa`.split(/\s+/),
)
const BETWEEN = new Set(['on', 'via', 'through', 'over'])

/** The medium named beside a cue: "on Twitter", "on state television", "told AFP", "told state radio"; null if none. */
export const mediumOf = (doc: Document, f: Found): string | null => {
  if (f.at < 0) return null
  for (const c of childrenBy(doc, f.at, 'obl', 'iobj', 'obj')) {
    const preposition = doc.form[child(doc, c, 'case')]?.toLowerCase()
    const isMedium = MEDIA.has(doc.lemma[c].toLowerCase()) || OUTLETS.has(doc.form[c].toLowerCase())
    const isAddressee = preposition === undefined && doc.lemma[f.at] === 'tell' && !isRelation(doc, c, 'obl')
    if (isMedium && (isAddressee || (preposition !== undefined && BETWEEN.has(preposition)))) return phraseOf(doc, c)
  }
  return null
}

const phraseOf = (doc: Document, t: number): string => {
  const inner = childrenBy(doc, t, 'compound', 'amod', 'flat').flatMap(c => subtree(doc, c))
  return doc.text.slice(doc.start[Math.min(t, ...inner)], doc.end[Math.max(t, ...inner)])
}
