import type { Account } from '../../model/account.ts'
import { type Chart, chartsOf, type Owned, positionOf } from '../figures.ts'
import { tintOf } from '../parties.ts'
import { rangeWords } from '../words.ts'
import { Party } from './party.tsx'

/** Where the highest number stands, in percent of the axis: beyond it "at least" runs on. */
const END = 86

/** The numbers that the accounts give, each with who gives it and whose it is. Never added up and never averaged. */
export const Figures = ({ accounts }: { accounts: readonly Account[] }) => {
  const charts = chartsOf(accounts)
  if (!charts.length) return null
  return (
    <section aria-labelledby="numbers" class="numbers">
      <h2 id="numbers">Numbers, and whose they are</h2>
      {charts.map(chart => (
        <ChartTable key={chart.measure} chart={chart} />
      ))}
    </section>
  )
}

const ChartTable = ({ chart }: { chart: Chart }) => (
  <table class="figures">
    <caption>
      {chart.measure}
      {chart.log && <span class="soft"> (axis logarithmic)</span>}
    </caption>
    <thead>
      <tr>
        <th scope="col">Given by</th>
        <th scope="col">Of whom</th>
        <th scope="col" class="n">
          How many
        </th>
        <td class="axisHead">
          <span aria-hidden="true">0</span>
          <span aria-hidden="true" style={{ left: `${END}%` }}>
            {chart.most.toLocaleString('en-GB')}
          </span>
        </td>
      </tr>
    </thead>
    <tbody>
      {chart.rows.map(row => (
        <tr key={`${row.claim} ${row.quote}`}>
          <th scope="row">
            <Party party={row.party} name={row.partyName} />
            {row.source !== row.partyName && <span class="soft"> {row.source}</span>}
          </th>
          <td>{row.whose ? <Party party={row.whose} /> : <span class="soft">not told</span>}</td>
          <td class="n" title={`“${row.quote}”`}>
            {rangeWords(row.low, row.high)}
          </td>
          <td class="plot">
            <Range row={row} chart={chart} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** A dot for a number, a bar for a range; open to the side that is not given. */
const Range = ({ row, chart }: { row: Owned; chart: Chart }) => {
  const x = (n: number) => `${positionOf(n, chart) * END}%`
  const low = row.low === null ? '0%' : x(row.low)
  const high = row.high === null ? '100%' : x(row.high)
  return (
    <svg aria-hidden="true" class={tintOf(row.party)}>
      <line x1="0" x2="100%" y1="7" y2="7" class="rail" />
      {low !== high && (
        <line x1={low} x2={high} y1="7" y2="7" class={row.low === null || row.high === null ? 'reach open' : 'reach'} />
      )}
      {row.low !== null && <circle cx={low} cy="7" r="4" />}
      {row.high !== null && low !== high && <circle cx={high} cy="7" r="4" />}
    </svg>
  )
}
