import { createHash } from 'node:crypto'
import type { LedgerReader } from '../../ledger/ledger.ts'
import type { Filter } from '../../model/filter.ts'
import type { Incident } from '../../model/incident.ts'
import { escaped } from '../escape.ts'
import { type Export, type ExportOptions, versionsOf } from '../options.ts'
import { incidentsOf } from '../release.ts'
import { dayWords, spanWords } from '../words.ts'
import { article } from './article.ts'
import { type Overview, overviewOf } from './overview.ts'
import { STYLE } from './style.ts'
import { timeline } from './timeline.ts'

/** Nothing is fetched, run or sent; only the page's own style sheet counts. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`

/** One page for readers who have no tool. */
export const html: Export = {
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  about:
    'One page for readers without any tool: the incidents in time order, each with its accounts side by side. It loads nothing and runs nothing.',
  loses: [
    'Everything that is not shown: codes, offsets, coordinates, the trail, copies (they only raise the count of reports).',
    'Each sentence is cut short and stands once in an account, however many claims it tells.',
    'The map: places stand by name in a table.',
  ],
  *write(ledger, options) {
    const overview = overviewOf(ledger, options.filter)
    yield head(ledger, overview)
    let month: string | null = null
    for (const told of incidentsOf(ledger, options, i => startOf(i) !== null)) {
      const here = monthWords(startOf(told.incident) as string)
      if (here !== month) yield heading(here)
      month = here
      yield article(told)
    }
    let undated = false
    for (const told of incidentsOf(ledger, options, i => startOf(i) === null)) {
      if (!undated) yield heading('Day unknown')
      undated = true
      yield article(told)
    }
    yield foot(ledger, overview, options)
  },
}

const startOf = ({ from, to }: Incident): string | null => from ?? to
const monthWords = (day: string): string => dayWords(day).replace(/^\d+ /, '')
const heading = (words: string): string => `<h2 class="month">${escaped(words)}</h2>\n`
const titleOf = (ledger: LedgerReader): string => ledger.sides().conflict || 'What is told, and by whom'

const head = (ledger: LedgerReader, overview: Overview): string => {
  const { incidents, contested, first, last } = overview
  const span =
    first && last ? `, ${first === last ? `on ${dayWords(first)}` : `from ${dayWords(first)} to ${dayWords(last)}`}` : ''
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${escaped(versionsOf(ledger))}">
<title>${escaped(titleOf(ledger))}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#incidents">To the incidents</a>
<header class="top">
<p class="brand sans">Accounts side by side</p>
<h1>${escaped(titleOf(ledger))}</h1>
<p class="standfirst">${incidents} incident${incidents === 1 ? '' : 's'} as reports tell ${incidents === 1 ? 'it' : 'them'}${span}. In ${contested} of them the accounts differ.</p>
<p class="note">This page sets down what was said, by whom and where it was printed. It does not say what is true, and it weighs nobody’s word. A program read the reports; it misses things and gets things wrong, so follow the links before you rely on anything. That a party is silent here means only that these reports hold no word of it.</p>
${timeline(overview)}</header>
<main id="incidents">
`
}

const foot = (ledger: LedgerReader, { places }: Overview, options: ExportOptions): string => `</main>
<footer class="end">
<section><h2>Places by name</h2>
${places.length ? placesTable(places) : '<p>No incident has a place.</p>'}</section>
<section><h2>How this was made</h2>
<p>Each claim in a report is read with the words that tell it and the chain of those who say it, the innermost source first; the outlet is the last link. Claims judged to tell of one happening make an incident. A text that another outlet prints word for word counts once. Numbers keep their owner and are never added up or averaged.</p>
<ul>
<li><b>asserts</b>, <b>denies</b>: what the party says of the incident itself. “Names another doer” and the like: its account cannot be brought together with some other party’s.</li>
<li><mark>Marked</mark> words judge, praise or belittle. They are the source’s own and decide nothing here.</li>
<li>Quotes are cut to ${options.quoteWords} words.${options.names ? '' : ' Private persons are initialled as far as the program knows them; those who act or speak in an office keep their names.'}</li>
<li>Planned, threatened and demanded things are said to be so.</li>
</ul>
<p>${escaped(narrowed(options.filter))}</p>
<p class="versions">Made with ${escaped(versionsOf(ledger))}.</p></section>
</footer>
</body>
</html>
`

const placesTable = (
  places: Overview['places'],
): string => `<div class="wide" tabindex="0" role="region" aria-label="Places by name"><table>
<thead><tr><th scope="col">Place</th><th scope="col">State</th><th scope="col" class="n">Incidents</th><th scope="col">Days</th></tr></thead>
<tbody>
${places.map(p => `<tr><th scope="row">${escaped(p.name)}</th><td>${escaped(p.country)}</td><td class="n">${p.incidents}</td><td>${escaped(spanWords(p.from, p.to))}</td></tr>`).join('\n')}
</tbody></table></div>
`

/** What was asked for, so that nobody takes a part for the whole. */
const narrowed = (filter: Filter): string => {
  const parts = Object.entries(filter).flatMap(([field, value]) =>
    value === undefined ? [] : [`${field}: ${Array.isArray(value) ? value.join(', ') : value}`],
  )
  return parts.length ? `Only a part of the ledger is shown, narrowed by ${parts.join('; ')}.` : 'The whole ledger is shown.'
}
