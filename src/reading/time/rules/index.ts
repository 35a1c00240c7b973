import type { TimeRule } from '../rule.ts'
import { CLOCK } from './clock.ts'
import { DAYS } from './days.ts'
import { DURATIONS } from './durations.ts'
import { FIGURES } from './figures.ts'
import { HOLIDAYS } from './holidays.ts'
import { MONTHS } from './months.ts'
import { PERIODS } from './periods.ts'
import { REFERENCES } from './references.ts'
import { RELATIVE } from './relative.ts'
import { SEASONS } from './seasons.ts'
import { YEARS } from './years.ts'

/** All rules; where two match equally many words the earlier wins. */
export const RULES: readonly TimeRule[] = [
  ...FIGURES,
  ...MONTHS,
  ...YEARS,
  ...DAYS,
  ...HOLIDAYS,
  ...PERIODS,
  ...RELATIVE,
  ...SEASONS,
  ...CLOCK,
  ...DURATIONS,
  ...REFERENCES,
]
