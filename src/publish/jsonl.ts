import { type Export, versionsOf } from './options.ts'
import { claimsOf } from './release.ts'

/** One claim a line. */
export const jsonl: Export = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  about:
    'The claims in full (see the codebook), one JSON record a line, each with its report, sentence, incident and the versions.',
  loses: [
    "The reports' texts: each quote is cut short, so `text.slice(start, end)` equals `quote` only for short ones that name no private person.",
    'Judgements and corrections: the claims are as they stand after them, and `mended` says what a person changed.',
  ],
  *write(ledger, options) {
    const versions = versionsOf(ledger)
    for (const claim of claimsOf(ledger, options)) yield `${JSON.stringify({ ...claim, versions })}\n`
  },
}
