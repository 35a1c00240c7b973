import type { Claim, Reading } from '../../model/claim.ts'
import type { Format } from './format.ts'

/** A reading as it is printed: the trail of its claims only when asked for. */
const printed = (reading: Reading, explain: boolean): object => ({
  ...reading,
  claims: explain ? reading.claims : reading.claims.map(({ trail: _, ...claim }: Claim) => claim),
})

/** One reading a line. */
export const jsonLinesFormat = ({ explain }: { explain: boolean }): Format => ({
  start: '',
  report: (_report, _findings, reading) => `${JSON.stringify(printed(reading, explain))}\n`,
  end: '',
})

/** One array of readings, indented. */
export const jsonFormat = ({ explain }: { explain: boolean }): Format => {
  let first = true
  return {
    start: '[',
    report: (_report, _findings, reading) => {
      const comma = first ? '' : ','
      first = false
      return `${comma}\n${JSON.stringify(printed(reading, explain), null, 2).replace(/^/gm, '  ')}`
    },
    end: '\n]\n',
  }
}
