import type { Document } from '../../src/model/document.ts'
import type { Parties, PartyMention } from '../../src/reading/party/party.ts'

/** A phrase marked in a sentence: "[Turkish troops|TUR/MIL]", "[He|TUR/GOV=Jane Roe]", "[the city|-]" for no participant. */
export interface Marked {
  readonly start: number
  readonly end: number
  readonly quote: string
  /** "TUR/MIL", several joined by " + ", or "-". */
  readonly party: string
  /** The name expected, or null when it is left open. */
  readonly name: string | null
}

/** Takes the marks out of a text. */
export const unmark = (marked: string): { text: string; phrases: Marked[] } => {
  const phrases: Marked[] = []
  let text = ''
  for (const piece of marked.split(/(\[[^\]|]+\|[^\]]+\])/)) {
    const mark = /^\[([^\]|]+)\|([^\]=]+)(?:=([^\]]+))?\]$/.exec(piece)
    const words = mark ? mark[1] : piece
    if (mark)
      phrases.push({ start: text.length, end: text.length + words.length, quote: words, party: mark[2], name: mark[3] ?? null })
    text += words
  }
  return { text, phrases }
}

/** The parties found for a marked phrase: those of its head, the token that hangs on one outside. */
export const partiesOf = (doc: Document, parties: Parties, { start, end }: Marked): readonly PartyMention[] => {
  for (let t = 0; t < doc.length; t++) {
    if (doc.start[t] < start || doc.end[t] > end) continue
    const head = doc.head[t]
    if (head < 0 || doc.start[head] >= end || doc.end[head] <= start) return parties.at(t)
  }
  return []
}

/** "TUR/MIL" of mentions found, "-" of none. */
export const plain = (found: readonly PartyMention[]): string => found.map(p => `${p.code}/${p.sector}`).join(' + ') || '-'
