import { nameOfParty } from '../../ledger/party.ts'
import type { Account } from '../../model/account.ts'
import type { LedgerClaim } from '../../model/ledger-claim.ts'
import { escaped, linkOf } from '../escape.ts'
import type { Told } from '../release.ts'
import { dayWords, rangeWords, spanWords, TYPE_WORDS } from '../words.ts'

/** Quotes of one account that stand open; the others can be unfolded. */
const OPEN = 3

/** One incident: what it is, and its accounts side by side. */
export const article = ({ incident, claims, accounts }: Told): string => {
  const byKey = new Map(claims.map(c => [c.key, c]))
  const heard = accounts.accounts.filter(a => !a.stances.includes('silent'))
  const silent = accounts.accounts.filter(a => a.stances.includes('silent'))
  const kicker = [
    TYPE_WORDS[incident.type] + (incident.mode ? ` (${incident.mode.replaceAll('-', ' ')})` : ''),
    incident.place?.name ?? 'place not told',
    ...(incident.status === 'planned' ? ['planned, threatened or demanded'] : []),
    ...(incident.background ? ['told as background'] : []),
    `${incident.reports} report${incident.reports === 1 ? '' : 's'}`,
  ].map(escaped)
  return `<article id="i-${escaped(incident.id)}">
<p class="kicker"><time>${escaped(spanWords(incident.from, incident.to))}</time> · ${kicker.join(' · ')}${incident.contested ? ' · <b>accounts differ</b>' : ''}</p>
<h3>${escaped(incident.title)}</h3>
<p class="summary">${escaped(sentence(accounts.summary))}</p>
<div class="accounts">
${heard.map(a => accountOf(a, byKey, incident.title, heard.length > 1)).join('')}</div>
${silent.length ? `<p class="silent">Named in it, but not heard here: ${silent.map(a => escaped(a.name)).join(', ')}.</p>\n` : ''}</article>
`
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

const accountOf = (account: Account, byKey: ReadonlyMap<string, LedgerClaim>, title: string, beside: boolean): string => {
  const stances = [...account.stances, ...(account.admits ? ['admits'] : [])]
  const quotes = quotesOf(account, byKey, title)
  return `<section class="account"><h4>${escaped(account.name)}</h4>
<ul class="stances">${stances.map(s => `<li class="${s.replace(' ', '-')}">${STANCE_WORDS[s] ?? s}</li>`).join('')}</ul>
${beside ? factsOf(account) : ''}${figuresOf(account)}${quotes.slice(0, OPEN).join('')}${
  quotes.length > OPEN ? `<details><summary>${quotes.length - OPEN} more</summary>${quotes.slice(OPEN).join('')}</details>` : ''
}</section>
`
}

const STANCE_WORDS: Readonly<Record<string, string>> = {
  'other doer': 'names another doer',
  'other number': 'gives another number',
  'other day': 'gives another day',
  'other place': 'gives another place',
  admits: 'tells of its own act or loss',
}

const factsOf = ({ doers, days, places, stances }: Account): string => {
  const facts = [
    ['Who', doers.map(nameOfParty).join(', ')],
    ['When', stances.includes('other day') ? days.map(([from, to]) => spanWords(from, to)).join('; ') : ''],
    ['Where', stances.includes('other place') ? places.join(', ') : ''],
  ].filter(([, value]) => value)
  return facts.length
    ? `<dl class="facts">${facts.map(([term, value]) => `<dt>${term}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>\n`
    : ''
}

/** Numbers with whose they are and who gives them; the same number of one source stands once. */
const figuresOf = ({ figures }: Account): string => {
  const lines = figures.map(
    f =>
      `<li><strong>${escaped(rangeWords(f.low, f.high))}</strong> ${f.measure}${f.whose ? ` (${escaped(nameOfParty(f.whose))})` : ''}, says ${escaped(f.source)}</li>`,
  )
  return lines.length ? `<ul class="figures">${[...new Set(lines)].join('')}</ul>\n` : ''
}

/** A sentence stands once, however many of the account's claims it tells; the title's is not said again unless a word in it is marked. */
const quotesOf = ({ claims, sources }: Account, byKey: ReadonlyMap<string, LedgerClaim>, title: string): string[] => {
  const found = claims.flatMap(key => byKey.get(key) ?? [])
  const sentences = Map.groupBy(found, c => `${c.report.key} ${c.sentence.start}`)
  return [...sentences.values()].map(same => {
    const printed = sources.find(s => s.claims.includes(same[0].key))?.reports ?? 1
    const loaded = [...new Set(same.flatMap(c => c.loaded.map(w => w.quote)))]
    const { quote } = same[0].sentence
    const words = quote === title && !loaded.length ? '' : `<p>${marked(quote, loaded)}</p>`
    return `<blockquote>${words}<cite class="source">${sourceOf(same[0], same, printed)}</cite></blockquote>\n`
  })
}

const sourceOf = (claim: LedgerClaim, same: readonly LedgerClaim[], printed: number): string => {
  const { report } = claim
  const chain = [...claim.attribution].reverse().map(l => (l.via ? `${l.quote} via ${l.via}` : l.quote))
  const outlet = report.outlet ?? 'outlet unknown'
  const url = linkOf(report.url)
  const name = url ? `<a href="${escaped(url)}" rel="noopener noreferrer nofollow">${escaped(outlet)}</a>` : escaped(outlet)
  return (
    [...chain.map(escaped), `${name}, ${report.published ? dayWords(report.published) : 'day unknown'}`].join(' › ') +
    (same.every(c => c.polarity === 'negative') ? ' · a denial' : '') +
    (claim.background && claim.firstTold
      ? ` · first told ${claim.firstTold.published ? dayWords(claim.firstTold.published) : 'earlier'}`
      : '') +
    (same.some(c => c.mended.length) ? ' · mended by hand' : '') +
    (printed > 1 ? ` · this source in ${printed} reports` : '')
  )
}

/** A text with its judging words marked. */
const marked = (text: string, words: readonly string[]): string => {
  if (!words.length) return escaped(text)
  const forms = [...words].sort((a, b) => b.length - a.length).map(w => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return text
    .split(pattern)
    .map((piece, i) => (i % 2 ? `<mark title="a judging word of the source">${escaped(piece)}</mark>` : escaped(piece)))
    .join('')
}
