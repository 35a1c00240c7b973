import type { Block } from '../model/report.ts'

/** Divides a canonical text into blocks: headline, header lines, dateline, agency line, paragraphs. */
export const layOut = (text: string, headline: string | null): Block[] => {
  const out: Block[] = []
  let at = 0
  if (headline && text.startsWith(headline)) {
    out.push({ kind: 'headline', start: 0, end: headline.length })
    at = headline.length
  }
  for (const m of text.slice(at).matchAll(/[^\n]+(?:\n[^\n]+)*/g)) out.push({ kind: 'paragraph', start: at + m.index, end: at + m.index + m[0].length })
  return out
}
