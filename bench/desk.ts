// Times the desk's answers on a ledger: `node bench/desk.ts LEDGER`, in this process, without a socket. Prints the median and the 95th
// percentile of each kind of question over several filters. Run by `npm run bench:desk -- LEDGER`.
import { deskOf } from '../src/cli/desk.ts'
import { nodeEffects } from '../src/cli/node-effects.ts'
import { openLedger } from '../src/ledger/sqlite/open.ts'
import { appOf } from '../src/server/app.ts'
import { hostsOf } from '../src/server/safety.ts'

const [path] = process.argv.slice(2)
if (!path) throw new Error('usage: node bench/desk.ts LEDGER')

const FILTERS = [
  '',
  'type=ASSAULT',
  'status=contested',
  'status=news',
  'status=denied',
  'words=market',
  'words=hospital%20wounded',
  'source=ministry',
  'from=1991-01-01&to=1991-03-01',
  'box=30,10,50,20',
  'party=UNK%20REB',
]
const ROUNDS = 5

const ledger = openLedger(path)
const readers = { get: () => Promise.reject(new Error('nothing is read here')), close: async () => {} }
const desk = deskOf(ledger, readers, nodeEffects(), { page: '', openBrowser: () => {}, attended: false, readAddress: null })
const app = appOf(desk, { hosts: hostsOf('127.0.0.1', 80), token: null }, 'bench')
const ask = async (address: string): Promise<{ text: string; milliseconds: number }> => {
  const began = performance.now()
  const answer = await app.fetch(new Request(`http://127.0.0.1:80${address}`, { headers: { host: '127.0.0.1:80' } }))
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text.slice(0, 200)}`)
  return { text, milliseconds: performance.now() - began }
}

const { claims, incidents } = ledger.counts()
console.log(`${path}: ${claims} claims, ${incidents} incidents`)
const ids = ledger.incidents({ status: ['contested'] }, { limit: 40, offset: 0 }).map(i => i.id)
const reports = ledger.reports({}, { limit: 20, offset: 500 }).map(r => r.key)
const questions: Readonly<Record<string, readonly string[]>> = {
  'list of incidents': FILTERS.map(f => `/api/incidents?${f}`),
  'list of claims': FILTERS.map(f => `/api/claims?${f}`),
  'list of reports': FILTERS.map(f => `/api/reports?${f}`),
  'list of sources': FILTERS.map(f => `/api/sources?${f}`),
  map: FILTERS.map(f => `/api/places?limit=10000&${f}`),
  timeline: FILTERS.map(f => `/api/timeline?${f}`),
  'one incident': ids.map(id => `/api/incidents/${id}`),
  'one report': reports.map(key => `/api/reports/${key}`),
}
for (const [name, addresses] of Object.entries(questions)) {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) for (const address of addresses) times.push((await ask(address)).milliseconds)
  times.sort((a, b) => a - b)
  const at = (share: number): string => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(0).padStart(5)
  console.log(`${name.padEnd(18)} median ${at(0.5)} ms   p95 ${at(0.95)} ms   worst ${at(1)} ms   of ${times.length}`)
}
ledger.close()
