import { dayOfIso, isoOf } from '../calendar.ts'
import { dayDate, figuresDay } from '../resolve.ts'
import type { TimeRule } from '../rule.ts'

/** Dates written in figures alone. */
export const FIGURES: readonly TimeRule[] = [
  {
    name: 'ISO date',
    patterns: ['@isoDate'],
    make: c => {
      const value = String(c.isoDate)
      const day = dayOfIso(value)
      if (day === null) return null
      const time = value.slice(10, 16).toUpperCase()
      const zone = /z$|[+-]\d\d:?\d\d$/i.exec(value.slice(16))?.[0].toUpperCase() ?? ''
      return time ? { type: 'TIME', value: `${isoOf(day)}${time}${zone}` } : dayDate(day)
    },
    reads: [
      ['The log of [2020-10-09] lists two shots.', '2020-10-09'],
      ['Sent [2020-10-10T15:09] from the front.', '2020-10-10T15:09'],
    ],
    leaves: ['The part number is 2020-99-99.'],
  },
  {
    name: 'date in figures',
    patterns: ['@slashDate'],
    make: (c, context) => {
      const text = String(c.slashDate)
      const day = /\/|\d{4}$|\d\.\d\d\.\d/.test(text) ? figuresDay(text, context.published) : null
      return day === null ? null : dayDate(day)
    },
    reads: [
      ['Shelling of [27/9/2020] was the first.', '2020-09-27'],
      ['The order of [9/27/2020] was sealed.', '2020-09-27'],
      ['Kyiv, [24.02.2014].', '2014-02-24'],
    ],
    leaves: ['Version 1.2.3 was released.', 'The score was 3-2-1.', 'About 33/44/2020 nothing is known.'],
  },
]
