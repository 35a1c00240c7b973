import { type Span, spanOf } from '../../model/span.ts'
import { daysOfValue, isoOrNull } from './calendar.ts'
import type { Found } from './rule.ts'
import type { Token } from './words.ts'

/** A time expression (TIMEX3) and the days it covers. */
export interface TimeMention {
  readonly span: Span
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** TIMEX3 value: "2020-10-10", "1988", "P2W", "PRESENT_REF"; null when it cannot be resolved. */
  readonly value: string | null
  /** ISO days it covers; null: open or unknown. */
  readonly from: string | null
  readonly to: string | null
  readonly rule: string
}

/** An expression over tokens as a mention over the text. */
export const mentionOf = (text: string, tokens: readonly Token[], found: Found): TimeMention => {
  const [from, to] = found.days ?? daysOfValue(found.value) ?? [null, null]
  const span = spanOf(text, tokens[found.first].start, tokens[found.last].end)
  return { span, type: found.type, value: found.value, from: isoOrNull(from), to: isoOrNull(to), rule: found.rule }
}
