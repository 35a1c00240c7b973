import { type Day, dayFrom, partsOf, weekdayOf } from '../calendar.ts'
import type { Captures } from '../pattern.ts'
import { dayDate, yearFor } from '../resolve.ts'
import { type Context, isCapital, type Proposal, type TimeRule } from '../rule.ts'

/** Easter Sunday (Meeus, Jones and Butcher). */
const easterOf = (year: number): Day => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30
  const i = Math.floor((year % 100) / 4)
  const l = (32 + 2 * (b % 4) + 2 * i - h - ((year % 100) % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return dayFrom(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1)
}

const holiday = (c: Captures, context: Context): Proposal | null => {
  const word = context.tokens[context.at.thanks ?? context.first]
  if (!isCapital(word) && !isCapital(context.tokens[context.first])) return null
  if (context.published === null) return { type: 'DATE', value: null }
  const low = context.tokens[context.first].low === 'last' ? 'thanksgiving' : context.tokens[context.first].low
  if (!c.eve && !c.day && !c.thanks && isCapital(context.tokens[context.last + 1])) return null
  if (low === 'thanksgiving') {
    const of = (y: number) => dayFrom(y, 11, 1) + ((11 - weekdayOf(dayFrom(y, 11, 1))) % 7) + 21
    return nearestOf(of, context)
  }
  if (low === 'easter') return nearestOf(easterOf, context)
  if (low === 'good') return nearestOf(y => easterOf(y) - 2, context)
  const [month, day] = c.newDay ? [1, 1] : c.newEve ? [12, 31] : [12, c.eve ? 24 : 25]
  const year = yearFor(month, day, context)
  return year === null ? null : dayDate(dayFrom(year, month, day))
}

const nearestOf = (of: (year: number) => Day, context: Context): Proposal => {
  const published = context.published ?? 0
  const [year] = partsOf(published)
  const future = context.tense() === 'future'
  const day = future ? (of(year) >= published ? of(year) : of(year + 1)) : of(year) <= published ? of(year) : of(year - 1)
  return dayDate(day)
}

/** Days with a name of their own. */
export const HOLIDAYS: readonly TimeRule[] = [
  {
    name: 'holiday',
    patterns: [
      'christmas eve=eve',
      'christmas day=day',
      'christmas',
      "new year ' s eve=newEve",
      "new year ' s day=newDay",
      'new year ’ s eve=newEve',
      'new year ’ s day=newDay',
      'thanksgiving day=thanks',
      'last thanksgiving=thanks',
      'thanksgiving',
      'easter sunday=easter',
      'easter',
      'good friday=goodFriday',
    ],
    make: holiday,
    reads: [['The truce of [Christmas Eve] held.', '2019-12-24']],
    leaves: ['She met Christmas Smith.'],
  },
]
