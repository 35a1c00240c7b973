import { nameOfParty } from '../ledger/party.ts'
import { escaped } from './escape.ts'
import { type Export, versionsOf } from './options.ts'
import { incidentsOf, type Told } from './release.ts'
import { figureWords, spanWords, TYPE_WORDS } from './words.ts'

const dateOf = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return { year, month, day: date }
}

const slideOf = ({ incident, accounts }: Told): object | null => {
  const first = incident.from ?? incident.to
  if (first === null) return null
  const lines = accounts.accounts
    .filter(a => !a.stances.includes('silent'))
    .map(a => [`<b>${escaped(a.name)}</b>: ${a.stances.join(', ')}`, ...a.figures.map(f => escaped(figureWords(f)))].join('; '))
  return {
    unique_id: incident.id,
    start_date: dateOf(first),
    ...(incident.from && incident.to && incident.to !== incident.from ? { end_date: dateOf(incident.to) } : {}),
    display_date: spanWords(incident.from, incident.to),
    group: TYPE_WORDS[incident.type],
    text: {
      headline: escaped(incident.title),
      text: [`<p>${escaped(placeWords(incident))}${escaped(accounts.summary)}</p>`, ...lines.map(l => `<p>${l}</p>`)].join(''),
    },
    autolink: false,
  }
}

const placeWords = ({ place, actors }: Told['incident']): string =>
  [place?.name, actors.length ? `told to have acted: ${actors.map(nameOfParty).join(', ')}` : '']
    .filter(Boolean)
    .map(w => `${w}. `)
    .join('')

/** Incidents for TimelineJS3. */
export const timelinejs: Export = {
  extension: 'json',
  mediaType: 'application/json',
  about: 'The incidents for TimelineJS 3 (Knight Lab): one slide for each; all text is escaped HTML.',
  loses: [
    'Incidents of which no claim gives a day: a slide must have one.',
    'Where only the last day is known, the slide stands there; its `display_date` says "until".',
    'Claims, quotes and chains of sources: parties, stances and numbers stay.',
    'The map.',
  ],
  *write(ledger, options) {
    const title = {
      text: {
        headline: escaped(ledger.sides().conflict || 'What is told'),
        text: `<p>What reports say and who says it; nothing here says what is true.</p><p>${escaped(versionsOf(ledger))}</p>`,
      },
    }
    yield `{"scale":"human","title":${JSON.stringify(title)},"events":[`
    let separator = '\n'
    for (const told of incidentsOf(ledger, options)) {
      const slide = slideOf(told)
      if (!slide) continue
      yield separator + JSON.stringify(slide)
      separator = ',\n'
    }
    yield '\n]}\n'
  },
}
