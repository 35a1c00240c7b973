import type { Claim } from '../../model/claim.ts'
import { kindWords, rangeWords, shortDay } from '../words.ts'

/** A claim in one line: "use of force, aerial: “bombed” · Gori · 9 Aug 2008 · 60 killed". */
export const claimWords = ({ type, mode, trigger, places, date, quantities, polarity }: Claim): string =>
  [
    `${polarity === 'negative' ? 'not: ' : ''}${kindWords(type, mode)}: “${trigger.quote}”`,
    ...places.slice(0, 2).map(p => p.name),
    ...(date.from ? [shortDay(date.from)] : []),
    ...quantities.map(q => `${rangeWords(q.low, q.high)} ${q.measure}`),
  ].join(' · ')
