import { ledgerColumns } from './claim-columns.ts'
import { type Export, versionsOf } from './options.ts'
import { claimsOf } from './release.ts'
import { csvOf } from './table.ts'

/** The claims table for spreadsheets. */
export const csv: Export = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  about: 'The claims as a table for spreadsheets, one row for each claim: UTF-8 with a byte order mark, CRLF, RFC 4180.',
  loses: [
    'Spans of participants, places, dates, quantities and cues: only their words stay, and only the offsets of the trigger.',
    'Lists are joined by "; ", so a name with a semicolon in it cannot be told from two names.',
    'The trail (which rules made each value).',
    'Text that a spreadsheet would run as a formula is led by an apostrophe.',
  ],
  write: (ledger, options) => csvOf(ledgerColumns(versionsOf(ledger)), claimsOf(ledger, options)),
}
