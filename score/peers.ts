import { times } from '../src/reading/time/index.ts'
import { f1 } from './measure.ts'
import { peer as chrono } from './peers/chrono.ts'
import { peer as compromise } from './peers/compromise.ts'
import { peer as microsoft } from './peers/microsoft.ts'
import type { Peer } from './peers/peer.ts'
import { peer as wink } from './peers/wink.ts'
import { readTimexFile, scoreTimexes, type Timex, type TimexDocument } from './timex.ts'

const ours: Peer = {
  name: 'hearsay/time',
  version: '',
  find: (text, published) =>
    times(text, { published }).map(({ span, type, value }) => ({ start: span.start, end: span.end, type, value })),
}

const PEERS: readonly Peer[] = [ours, microsoft, chrono, compromise, wink]

/** What a peer finds, text by text; a text on which it fails counts as nothing found. */
const findAll = (peer: Peer, documents: readonly TimexDocument[]): { found: Timex[][]; failed: number; seconds: number } => {
  let failed = 0
  const started = process.cpuUsage()
  const found = documents.map(({ text, dct }) => {
    try {
      return peer.find(text, dct.slice(0, 10))
    } catch {
      failed++
      return []
    }
  })
  const { user, system } = process.cpuUsage(started)
  return { found, failed, seconds: (user + system) / 1e6 }
}

const WARM_SECONDS = 1.5

/** Lets a tool run until its code is compiled, so that the order of the tools plays no part. */
const warm = (peer: Peer, documents: readonly TimexDocument[]): void => {
  const started = performance.now()
  for (let i = 0; performance.now() - started < 1000 * WARM_SECONDS; i = (i + 5) % documents.length)
    findAll(peer, documents.slice(i, i + 5))
}

/** Runs today's JavaScript tools and ours on the same files, one after another, each warm, and returns a Markdown table of accuracy and speed. */
export const run = ({ files }: { files: readonly string[] }): string => {
  const sets = files.map(file => ({ name: file.replace(/^.*\/|\.jsonl$/g, ''), documents: readTimexFile(file) }))
  const header = ['tool', ...sets.flatMap(s => [`${s.name}: value F1`, 'relaxed F1']), 'articles per CPU second']
  for (const peer of PEERS) warm(peer, sets[0].documents)
  const rows = PEERS.map(peer => {
    const results = sets.map(s => ({ ...findAll(peer, s.documents), documents: s.documents }))
    const cells = results.flatMap(r => {
      const score = scoreTimexes(r.documents, r.found)
      return [score.value.hit ? f1(score.value).toFixed(1) : '-', f1(score.relaxed).toFixed(1)]
    })
    const articles = results.reduce((n, r) => n + r.documents.length, 0)
    const seconds = results.reduce((n, r) => n + r.seconds, 0)
    const failed = results.reduce((n, r) => n + r.failed, 0)
    return [
      `${peer.name} ${peer.version}`.trim(),
      ...cells,
      `${Math.round(articles / seconds)}${failed ? ` (failed on ${failed})` : ''}`,
    ]
  })
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}
