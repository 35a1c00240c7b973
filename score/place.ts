import { writeFileSync } from 'node:fs'
import { loadKnowledge } from '../src/load.ts'
import { reportOf } from '../src/model/report.ts'
import { km } from '../src/reading/place/resolve.ts'
import { find } from '../src/reading/reading.ts'
import { align, line, type Range, readRows, shared } from './measure.ts'

/** A toponym with its coordinates, null when it has none. */
interface Toponym extends Range {
  readonly lat: number | null
  readonly lon: number | null
}

interface Article {
  readonly doc: string
  readonly text: string
  readonly toponyms: readonly Toponym[]
}

/** Kilometres within which a place counts as found (100 miles, as is usual for toponym resolution). */
const NEAR = 161

/** Finds the place names of annotated articles (JSON Lines) and scores spans and coordinates. Returns the printed report. */
export const run = ({ file, out }: { file: string; out?: string | undefined }): string => {
  const knowledge = loadKnowledge()
  const articles = readRows<Article>(file)
  const predicted = articles.map(({ doc, text }) =>
    find(reportOf({ id: doc, text }), knowledge).places.map(({ start, end, lat, lon }): Toponym => ({ start, end, lat, lon })),
  )
  if (out) writeFileSync(out, predicted.map((toponyms, i) => `${JSON.stringify({ doc: articles[i].doc, toponyms })}\n`).join(''))
  return scorePlaces(articles, predicted)
}

const scorePlaces = (articles: readonly Article[], predicted: readonly (readonly Toponym[])[]): string => {
  const n = { gold: 0, found: 0, exact: 0, overlap: 0, placed: 0, near: 0, withPoint: 0 }
  articles.forEach(({ toponyms }, i) => {
    n.gold += toponyms.length
    n.found += predicted[i].length
    n.withPoint += toponyms.filter(hasPoint).length
    for (const [g, p] of align(toponyms, predicted[i], shared)) {
      n.overlap++
      if (g.start === p.start && g.end === p.end) n.exact++
      if (!hasPoint(g) || !hasPoint(p)) continue
      n.placed++
      if (km(g, p) <= NEAR) n.near++
    }
  })
  const share = (part: number, whole: number) => (whole ? (100 * part) / whole : 0).toFixed(1)
  return [
    line('recognition, exact', { hit: n.exact, gold: n.gold, found: n.found }),
    line('recognition, overlap', { hit: n.overlap, gold: n.gold, found: n.found }),
    `RESOLUTION of all gold, ${NEAR} km  ${share(n.near, n.withPoint)}   (of those placed ${share(n.near, n.placed)}; gold with coordinates ${n.withPoint})`,
  ].join('\n')
}

const hasPoint = (t: Toponym): t is { start: number; end: number; lat: number; lon: number } =>
  t.lat !== null && t.lat !== undefined
