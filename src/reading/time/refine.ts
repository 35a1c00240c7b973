import { daysOfValue, isoOf, partsOf } from './calendar.ts'
import { type Found, isOneOf } from './rule.ts'
import type { Token } from './words.ts'

/** What stands between two expressions: the words, or null when more than `most` of them. */
const between = (tokens: readonly Token[], a: Found | undefined, b: Found | undefined, most: number): string | null => {
  if (!a || !b || b.first - a.last - 1 > most) return null
  return tokens
    .slice(a.last + 1, b.first)
    .map(t => t.low)
    .join(' ')
}

const DAY = /^(?:\d{4}|XXXX)-\d\d-\d\d$|^XXXX-WXX-\d$/
const isDay = (f: Found | undefined): boolean => f !== undefined && DAY.test(f.value ?? '')

const PART = /T(?:MO|AF|EV|NI)$/
const isPartOfDay = (f: Found | undefined): boolean => PART.test(f?.value ?? '')

/** The day of a date or of a part of a day: "2020-10-09" of "last night". */
const dayPart = (f: Found): string => String(f.value).replace(PART, '')

/** Gives every time of day its day: the one written beside it, else the one spoken of, else the day of publication. */
const dayOfTimes = (found: readonly Found[], tokens: readonly Token[], published: number | null): Found[] => {
  const out: Found[] = []
  let spoken: { day: string; last: number } | null = null
  for (let i = 0; i < found.length; i++) {
    const f = found[i]
    if (!f.value?.startsWith('T')) {
      out.push(ofNextDay(f, found[i + 1], tokens))
      const days = daysOfValue(f.value)
      if (days && days[0] === days[1]) spoken = { day: isoOf(days[0]), last: f.last }
      continue
    }
    const next = found[i + 1]
    const gap = isDay(next) || isPartOfDay(next) ? between(tokens, f, next, 2) : null
    if (gap !== null && /^(?:|,|of)$/.test(gap)) {
      out.push({ ...next, type: 'TIME', value: dayPart(next) + f.value, first: f.first, rule: `${f.rule}, ${next.rule}` })
      spoken = { day: dayPart(next), last: next.last }
      i++
      continue
    }
    const beside = dayBehind(found, i, tokens)
    const near = spoken && f.first - spoken.last < 40 ? spoken.day : null
    const day = beside ?? near ?? (published === null ? null : isoOf(published))
    out.push({ ...f, value: day === null ? `XXXX-XX-XX${f.value}` : day + f.value })
  }
  return out
}

/**
 * "mid-afternoon on Thursday": the part of the day goes with the day behind it; "overnight into Thursday" is the night
 * before.
 */
const ofNextDay = (f: Found, next: Found | undefined, tokens: readonly Token[]): Found => {
  const day = f.rule === 'part of the day' && isDay(next) ? (daysOfValue(next?.value ?? null)?.[0] ?? null) : null
  const link = day === null ? null : between(tokens, f, next, 1)
  if (day === null || link === null || !/^(?:on|of|into|)$/.test(link)) return f
  return { ...f, value: `${isoOf(link === 'into' ? day - 1 : day)}${PART.exec(f.value ?? '')?.[0] ?? ''}` }
}

const FILLER = /^(?:[(),/-]|on|local|time|and|gmt|est|edt)$/

/** The day written behind a time of day, over other times and brackets: "10:35 a.m. (0735 GMT) Friday". */
const dayBehind = (found: readonly Found[], i: number, tokens: readonly Token[]): string | null => {
  let at = found[i].last
  for (let k = i + 1; k < found.length && k <= i + 3; k++) {
    if (found[k].first - at > 4 || tokens.slice(at + 1, found[k].first).some(t => !FILLER.test(t.low))) return null
    if (isDay(found[k]) || isPartOfDay(found[k])) return dayPart(found[k])
    if (!found[k].value?.startsWith('T')) return null
    at = found[k].last
  }
  return null
}

/** Whether the words of an expression name a year. */
export const hasYear = (tokens: readonly Token[], f: Found): boolean =>
  tokens.slice(f.first, f.last + 1).some(t => /^\d{4}$|^['’]\d\d$/.test(t.low))
const MONTH_VALUE = /^\d{4}-\d\d(?:-\d\d)?$/

/** "from March to May 1996": the year of the second is the year of the first. */
const shareYears = (found: readonly Found[], tokens: readonly Token[]): Found[] =>
  found.map((f, i) => {
    const next = found[i + 1]
    const link = between(tokens, f, next, 1)
    if (link === null || !isOneOf(link, 'to and through until till - – — or')) return f
    if (!MONTH_VALUE.test(f.value ?? '') || !MONTH_VALUE.test(next.value ?? '') || f.rule.includes('weekday')) return f
    if (hasYear(tokens, f) || !hasYear(tokens, next) || !/^month/.test(f.rule)) return f
    const year = Number(next.value?.slice(0, 4))
    const rest = f.value?.slice(4) ?? ''
    const value = `${rest.slice(0, 3) <= (next.value?.slice(4, 7) ?? '') ? year : year - 1}${rest}`
    return daysOfValue(value) ? { type: f.type, value, first: f.first, last: f.last, rule: `${f.rule}, year of the next` } : f
  })

/** What is left after single expressions were read: values that need their neighbours. */
export const refine = (found: readonly Found[], tokens: readonly Token[], published: number | null): Found[] =>
  dayOfTimes(shareYears(found, tokens), tokens, published).filter(f => f.value === null || plausible(f.value))

/** Years before 1000 or after 2999 are misread figures. */
const plausible = (value: string): boolean => {
  const days = daysOfValue(value)
  return !days || (partsOf(days[0])[0] >= 1000 && partsOf(days[1])[0] < 3000)
}
