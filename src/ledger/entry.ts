import { createHash } from 'node:crypto'
import type { Claim, Reading } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import { type Span, spanOf } from '../model/span.ts'
import type { Findings } from '../reading/reading.ts'
import { layOut } from '../text/layout.ts'
import { type Fingerprint, fingerprintsOf } from './copies/fingerprint.ts'

/** A claim on its way into a ledger. `anchor` finds it again in a newer reading of the same report. */
export interface ClaimEntry {
  readonly key: string
  readonly anchor: string
  readonly claim: Claim
  readonly sentence: Span
}

/** A report read, on its way into a ledger. */
export interface Entry {
  readonly key: string
  readonly report: Report
  readonly claims: readonly ClaimEntry[]
  readonly notes: readonly string[]
  readonly fingerprints: readonly Fingerprint[]
}

/** Characters of a key: 128 bits in hex. */
const KEY = 32

const hash = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, KEY)

/** The identity of a report: the hash of what it says and who published it when; the same report from another file is the same. */
export const reportKey = ({ id, outlet, published, headline, url, text }: Report): string =>
  hash([id, outlet, published, headline, url, text])

/** The entry of a report that was read. */
export const entryOf = (report: Report, findings: Findings, reading: Reading): Entry => {
  const key = reportKey(report)
  const seen = new Map<string, number>()
  const claims = reading.claims.map(claim => {
    const { trail: _, ...content } = claim
    const plain = hash([key, content])
    const again = seen.get(plain) ?? 0
    seen.set(plain, again + 1)
    return {
      key: again ? hash([plain, again]) : plain,
      anchor: anchorOf(claim),
      claim,
      sentence: sentenceOf(claim, findings),
    }
  })
  return {
    key,
    report,
    claims,
    notes: reading.notes,
    fingerprints: fingerprintsOf(report.text, layOut(report.text, report.headline)),
  }
}

/** Where a claim is read from: its trigger, its innermost source and its denial or not. */
const anchorOf = ({ trigger, attribution, polarity }: Claim): string =>
  [trigger.start, trigger.end, attribution.at(-1)?.start ?? '', polarity].join(' ')

const sentenceOf = ({ trigger }: Claim, { doc }: Findings): Span => {
  let s = 0
  while (s + 1 < doc.sentences && doc.start[doc.sentenceFirst[s + 1]] <= trigger.start) s++
  return spanOf(doc.text, doc.start[doc.sentenceFirst[s]], Math.max(trigger.end, doc.end[doc.sentenceLast[s]]))
}
