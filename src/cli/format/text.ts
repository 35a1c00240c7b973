import type { Claim, Reading } from '../../model/claim.ts'
import type { Block, Report } from '../../model/report.ts'
import type { Findings } from '../../reading/reading.ts'
import { claimLines } from './claim-lines.ts'
import type { Format, FormatOptions } from './format.ts'
import { type Piece, piece, type Style, wrap } from './styled.ts'

/** Lines longer than this tire the eye, however wide the terminal is. */
const MEASURE = 120
const WITHOUT_TERMINAL = 100
const NARROWEST = 30

const KNOWN_BY = { given: '', metadata: ' (from the page)', dateline: ' (from the dateline)', option: ' (from --published)' }

interface Canvas {
  readonly columns: number
  readonly colour: boolean
}

/** A report for people: its sentences in order, each claim under its own. */
export const textFormat = ({ explain, output }: FormatOptions): Format => {
  const columns = Math.max(NARROWEST, Math.min(output.columns ?? WITHOUT_TERMINAL, MEASURE))
  const canvas = { columns, colour: output.colour }
  return {
    start: '',
    report: (report, findings, reading) =>
      [
        title(report, canvas),
        ...findings.doc.blocks.map((block, b) => blockText(block, b, findings, reading, canvas, explain)),
        summary(reading, canvas),
      ].join('\n'),
    end: '',
  }
}

const title = (report: Report, canvas: Canvas): string => {
  const day = report.published ? `${report.published}${KNOWN_BY[report.publishedBy ?? 'given']}` : 'day unknown'
  const name = [report.outlet ?? 'outlet unknown', day, report.id].join(' · ')
  return wrap([piece(name, 'cyan')], { ...canvas, first: '━━ ', rest: '   ' })
}

const blockText = (block: Block, b: number, findings: Findings, reading: Reading, canvas: Canvas, explain: boolean): string => {
  const { text } = findings.doc
  if (block.kind !== 'headline' && block.kind !== 'paragraph')
    return wrap([piece(text.slice(block.start, block.end), 'dim')], { ...canvas, first: '', rest: '' })
  const style: Style[] = block.kind === 'headline' ? ['bold'] : []
  return sentencesOf(block, b, findings)
    .map(([start, end]) => {
      const claims = reading.claims.filter(c => start <= c.trigger.start && c.trigger.start < end)
      const sentence = wrap(marked(text, start, end, claims, style), { ...canvas, first: '', rest: '' })
      return { sentence, claims: claims.map(c => claimLines(c, canvas, explain)).join('') }
    })
    .map(({ sentence, claims }, i, all) => `${sentence}${claims}${claims && i < all.length - 1 ? '\n' : ''}`)
    .join('')
}

/** Sentences of a block, each up to where the next one begins, so that nothing of the text is lost. */
const sentencesOf = (block: Block, b: number, { doc }: Findings): [number, number][] => {
  const starts: number[] = []
  for (let s = 0; s < doc.sentences; s++) if (doc.sentenceBlock[s] === b) starts.push(doc.start[doc.sentenceFirst[s]])
  if (!starts.length) return [[block.start, block.end]]
  return starts.map((start, i) => [i ? start : block.start, starts[i + 1] ?? block.end])
}

/** A sentence with the triggers of its claims underlined. */
const marked = (text: string, start: number, end: number, claims: readonly Claim[], style: readonly Style[]): Piece[] => {
  const pieces: Piece[] = []
  let at = start
  for (const { trigger } of claims) {
    if (trigger.start < at) continue
    pieces.push(piece(text.slice(at, trigger.start), ...style), piece(trigger.quote, ...style, 'underline'))
    at = trigger.end
  }
  return [...pieces, piece(text.slice(at, Math.max(at, end)).trimEnd(), ...style)]
}

const summary = ({ claims, notes }: Reading, canvas: Canvas): string =>
  [`${claims.length || 'No'} claim${claims.length === 1 ? '' : 's'}.`, ...notes]
    .map(note => wrap([piece(note, 'dim')], { ...canvas, first: '', rest: '' }))
    .concat('\n')
    .join('')
