import { type Entry, entryOf } from '../ledger/entry.ts'
import { loadKnowledge } from '../load.ts'
import type { Report } from '../model/report.ts'
import { find, type Knowledge, readingOf } from '../reading/reading.ts'
import { userGazetteerFiles } from './gazetteer/files.ts'

let knowledge: Knowledge | null = null

/** Reads one report in a worker's thread. */
export default (report: Report): Entry => {
  knowledge ??= loadKnowledge(userGazetteerFiles())
  const findings = find(report, knowledge)
  return entryOf(report, findings, readingOf(report, findings))
}
