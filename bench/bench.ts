// `npm run bench [-- REPORTS]`: how fast the reader is, on our samples repeated to a few thousand reports.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadKnowledge } from '../src/load.ts'
import type { Report } from '../src/model/report.ts'
import { findAttributions } from '../src/reading/attribution/attribution.ts'
import { claimsOf } from '../src/reading/claim.ts'
import { findEvents } from '../src/reading/event/event.ts'
import { findParties } from '../src/reading/party/party.ts'
import { findPlaces } from '../src/reading/place/place.ts'
import { type Findings, find } from '../src/reading/reading.ts'
import { findTimes } from '../src/reading/time/time.ts'
import { isReportError } from '../src/text/errors.ts'
import { layOut } from '../src/text/layout.ts'
import { reportsFrom } from '../src/text/reports.ts'

const REPORTS = Number(process.argv[2] ?? 2000)
const STARTS = 5
const root = fileURLToPath(new URL('..', import.meta.url))

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const samples = async (): Promise<Report[]> => {
  const files = globSync('samples/*.{txt,html,json,jsonl}', { cwd: root }).sort()
  const found = await Promise.all(files.map(f => reportsFrom(f, readFileSync(`${root}${f}`))))
  return found.flat().flatMap(r => (isReportError(r) ? [] : [r]))
}

/** Processor seconds of each step over all reports, each run on what the earlier ones gave. */
const stepSeconds = (reports: readonly Report[]): Map<string, number> => {
  const knowledge = loadKnowledge()
  const spent = new Map<string, number>()
  const timed = <T>(step: string, work: () => T): T => {
    const before = cpuSeconds()
    const result = work()
    spent.set(step, (spent.get(step) ?? 0) + cpuSeconds() - before)
    return result
  }
  for (const report of reports) {
    const blocks = timed('layout', () => layOut(report.text, report.headline))
    const doc = timed('English', () => knowledge.english.parse(report.text, blocks))
    const full: Findings = find(report, knowledge)
    timed('party', () => findParties(doc, knowledge.parties, report.outlet))
    timed('time', () => findTimes(doc, report.published))
    timed('place', () => findPlaces(doc, knowledge.gazetteer, full.parties))
    timed('event', () => findEvents(doc, knowledge.ontology))
    timed('attribution', () => findAttributions(doc, full.parties))
    timed('claims', () => claimsOf(report, full))
  }
  return spent
}

/** Seconds from the start of the process to its end, for one report; the best of a few. */
const startSeconds = (): number =>
  Math.min(
    ...Array.from({ length: STARTS }, () => {
      const before = performance.now()
      spawnSync(process.execPath, [`${root}bin/hearsay.js`, 'read', `${root}samples/ganja-baku.txt`])
      return (performance.now() - before) / 1000
    }),
  )

const once = await samples()
const reports = Array.from({ length: REPORTS }, (_, i) => once[i % once.length])
const start = startSeconds()
const knowledge = loadKnowledge()
for (const report of once) claimsOf(report, find(report, knowledge))
const n = { sentences: 0, tokens: 0, claims: 0 }
const before = cpuSeconds()
for (const report of reports) {
  const found = find(report, knowledge)
  n.sentences += found.doc.sentences
  n.tokens += found.doc.length
  n.claims += claimsOf(report, found).length
}
const seconds = cpuSeconds() - before
const rate = (count: number): string => Math.round(count / seconds).toLocaleString('en')
console.log(
  `${REPORTS} reports, ${n.sentences} sentences, ${n.tokens} tokens, ${n.claims} claims in ${seconds.toFixed(1)} processor seconds`,
)
console.log(`a processor second: ${rate(REPORTS)} reports, ${rate(n.sentences)} sentences, ${rate(n.tokens)} tokens`)
console.log(`one report, whole process: ${start.toFixed(2)} s (best of ${STARTS})`)
console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
const steps = stepSeconds(reports.slice(0, Math.min(REPORTS, 300)))
const total = [...steps.values()].reduce((a, b) => a + b, 0)
for (const [step, spent] of steps) console.log(`  ${step.padEnd(12)} ${((100 * spent) / total).toFixed(1).padStart(5)} %`)
