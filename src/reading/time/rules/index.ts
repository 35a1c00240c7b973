import type { TimeRule } from '../rule.ts'
import { CLOCK } from './clock.ts'
import { DATES } from './dates.ts'
import { DAYS } from './days.ts'
import { DURATIONS } from './durations.ts'
import { PERIODS } from './periods.ts'
import { REFERENCES } from './references.ts'
import { RELATIVE } from './relative.ts'

/** All rules; where two match equally many words the earlier wins. */
export const RULES: readonly TimeRule[] = [...DATES, ...DAYS, ...PERIODS, ...RELATIVE, ...CLOCK, ...DURATIONS, ...REFERENCES]
