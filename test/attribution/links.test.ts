import { expect, test } from 'vitest'
import type { Document } from '../../src/model/document.ts'
import { spanOf } from '../../src/model/span.ts'
import { findAttributions } from '../../src/reading/attribution/attribution.ts'
import { voicesOf } from '../../src/reading/attribution/links.ts'
import type { EventMention } from '../../src/reading/event/event.ts'
import type { Parties, PartyMention } from '../../src/reading/party/party.ts'
import { read } from './text.ts'

/** Every noun and pronoun is a party of its own, named by its word. */
const everybody = (doc: Document): Parties => {
  const at = (t: number): PartyMention[] => {
    if (t < 0 || !['NOUN', 'PROPN', 'PRON'].includes(doc.upos[t])) return []
    const name = spanOf(doc.text, doc.start[t], doc.end[t])
    return [{ head: t, name, here: name, code: doc.form[t], sector: '', kind: 'people', rule: 'test' }]
  }
  return { at, all: [], ownerOf: () => [] }
}

const eventOn = (doc: Document, word: string): EventMention => {
  const head = doc.form.indexOf(word)
  const span = spanOf(doc.text, doc.start[head], doc.end[head])
  return { span, head, type: 'ASSAULT', mode: null, actors: [], recipients: [], content: -1, attempt: 'none', rule: 'test' }
}

/** A text, the event's word, and its voices: "A > B" a chain, "not A" a denial; several voices apart. */
const rows: [string, string, string[]][] = [
  ['The army shelled the town.', 'shelled', ['']],
  ['The ministry said rebels shelled the town.', 'shelled', ['ministry']],
  ['The radio reported that the general said rebels shelled the town.', 'shelled', ['radio > general']],
  ['The agency quoted the general as saying rebels shelled the town.', 'shelled', ['agency > general']],
  ['Chad and Niger both denied that rebels had shelled the town.', 'shelled', ['not Chad', 'not Niger']],
  ["The army denied villagers' claims that it had shelled the town.", 'shelled', ['not army']],
  ['Tehran accused Baghdad of shelling the town.', 'shelling', ['Tehran']],
  ['The rebels want to attack the town.', 'attack', ['']],
  ['The envoys discussed the shelling of the town.', 'shelling', ['']],
  ['Officials said the fleet, which is fighting pirates in the strait, had sailed.', 'fighting', ['']],
  ['The army rejected responsibility for the massacre.', 'massacre', ['not army']],
  ['The rebels claimed responsibility for the bombing.', 'bombing', ['rebels']],
  ['No group claimed responsibility for the bombing.', 'bombing', ['']],
  ['The bishops called for an end to the shelling.', 'shelling', ['bishops']],
  ['The bishops called for an inquiry into the shelling of the town.', 'shelling', ['']],
  ['Rebels reportedly shelled the town.', 'shelled', ['']],
]

test.each(rows)('%s (%s)', (text, word, expected) => {
  const doc = read(text)
  const parties = everybody(doc)
  const voices = voicesOf(doc, eventOn(doc, word), findAttributions(doc, parties), parties, 'Daily News', [])
  expect(voices.map(v => `${v.denies ? 'not ' : ''}${v.links.map(l => l.code).join(' > ')}`)).toEqual(expected)
})
