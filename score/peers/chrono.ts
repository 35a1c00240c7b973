import * as chrono from 'chrono-node'
import type { Peer } from './peer.ts'

/** chrono-node: the value is as fine as what it is certain of. */
export const peer: Peer = {
  name: 'chrono-node',
  version: '2.10.3',
  find: (text, published) =>
    chrono.parse(text, { instant: new Date(`${published}T12:00:00Z`), timezone: 0 }).map(({ index, text: words, start }) => {
      const iso = start.date().toISOString()
      const has = (part: chrono.Component) => start.isCertain(part)
      const now = has('millisecond')
      const fine = has('hour') ? 16 : has('day') || has('weekday') ? 10 : has('month') ? 7 : has('year') ? 4 : 10
      const value = now ? 'PRESENT_REF' : iso.slice(0, fine)
      return { start: index, end: index + words.length, type: fine === 16 && !now ? 'TIME' : 'DATE', value }
    }),
}
