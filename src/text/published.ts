import type { Block, PublishedBy } from '../model/report.ts'
import { dayAt, daysWritten, isoOf, type WrittenDay } from './dates.ts'
import { datelineOf } from './layout.ts'

/** A report's day of publication and how it is known; both null when it is not. */
export interface Publication {
  readonly published: string | null
  readonly publishedBy: PublishedBy | null
}

/**
 * The ISO day of a written date, or null: "2016-07-02", a time stamp with its offset (the day there, not in UTC), "2 July 2016",
 * "Sat, 02 Jul 2016 09:00:00 GMT", "20160702". The year must be written; "07/08/2013" is refused, as nobody can know its month.
 */
export const parseDay = (written: string): string | null => {
  const words = written
    .trim()
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    .replace(/^(\d{4})[/.](\d\d?)[/.](\d\d?)/, '$1-$2-$3')
    .replace(/^(\d{4}-\d\d-\d\d) /, '$1T')
  const day = dayAt(words, 0)
  return day?.year && /^(?:[\s,T]|$)/.test(words.slice(day.end, day.end + 1)) ? isoOf(day) : null
}

/**
 * The day of publication: given with the report, else from the page's metadata, else from a header line or dateline of the text,
 * else the option. A day without a year takes it from the text only where the text leaves no doubt.
 */
export const publicationOf = (
  known: { readonly given?: string | null; readonly metadata?: string | null; readonly option?: string | null },
  text: string,
  blocks: readonly Block[],
): Publication => {
  if (known.given) return { published: known.given, publishedBy: 'given' }
  if (known.metadata) return { published: known.metadata, publishedBy: 'metadata' }
  const written = writtenDay(text, blocks)
  if (written) return { published: written, publishedBy: 'dateline' }
  return known.option ? { published: known.option, publishedBy: 'option' } : { published: null, publishedBy: null }
}

/** The day in header or dateline: a full date in a header line is the day it appeared; a dateline may lack its year. */
const writtenDay = (text: string, blocks: readonly Block[]): string | null => {
  const stamps = blocks.filter(block => block.kind === 'header').flatMap(block => daysWritten(text, block.start, block.end))
  const stamp = stamps.find(day => day.year !== null)
  if (stamp) return isoOf(stamp)
  const { day } = datelineOf(text, blocks)
  if (!day?.startsWith('--')) return day
  const [month, date] = [Number(day.slice(2, 4)), Number(day.slice(5, 7))]
  const year = yearOf(text, month, date)
  return year ? isoOf({ year, month, day: date, end: 0 }) : null
}

const DAY = 86_400_000
const OWNER = /(?:©|\(c\)|copyright)\s{0,3}(?:\p{L}+\s){0,3}(?<year>(?:19|20)\d\d)\b/iu

/**
 * The year of a dateline's month and day: of a copyright line, else of the latest full date in the text if that lies at most
 * 45 days before and no later year is named. Texts about anniversaries date their past like their present: no year from them.
 */
const yearOf = (text: string, month: number, day: number): number | null => {
  const owner = OWNER.exec(text.slice(-2000))?.groups?.year
  if (owner) return Number(owner)
  if (/\b(?:anniversary|years (?:ago|since|after|later))\b/i.test(text)) return null
  const full = daysWritten(text, 0, text.length).filter((d): d is typeof d & { year: number } => d.year !== null)
  const time = (d: Pick<WrittenDay, 'month' | 'day'>, year: number): number => Date.UTC(year, d.month - 1, d.day)
  const latest = full.reduce<number | null>((most, d) => Math.max(most ?? Number.NEGATIVE_INFINITY, time(d, d.year)), null)
  if (latest === null) return null
  const of = new Date(latest).getUTCFullYear()
  const year = [of, of + 1].find(
    y => time({ month, day }, y) - latest >= -3 * DAY && time({ month, day }, y) - latest <= 45 * DAY,
  )
  if (!year) return null
  const named = [...text.matchAll(/\b(?:19|20)\d\d\b/g)].map(match => Number(match[0]))
  return named.every(n => n <= year) ? year : null
}
