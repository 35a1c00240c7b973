import { expect, test } from 'vitest'
import { statusOf } from '../../src/reading/status/status.ts'
import { eventAt, marked, parse } from './sentence.ts'

const rows: [string, 'positive' | 'negative', 'actual' | 'future' | 'hypothetical'][] = [
  ['Government troops [captured] the airfield on Sunday.', 'positive', 'actual'],
  ['The rebels did not [attack] the convoy.', 'negative', 'actual'],
  ['The air force never [bombed] the camp.', 'negative', 'actual'],
  ['No one was [killed] in the blast.', 'negative', 'actual'],
  ['The two armies will [withdraw] from the valley next week.', 'positive', 'future'],
  ['Guerrillas plan to [attack] the dam, the governor said.', 'positive', 'future'],
  ['The junta has vowed to [crush] the uprising.', 'positive', 'future'],
  ['The envoy called for an [investigation] into the raid.', 'positive', 'hypothetical'],
  ['The bishop urged the army to [release] the students.', 'positive', 'hypothetical'],
  ['The militia may have [shelled] the village.', 'positive', 'hypothetical'],
  ['If the rebels [attack] the port, the mission will leave.', 'positive', 'hypothetical'],
  ['Police foiled an [attack] on the embassy.', 'negative', 'actual'],
  ['The patrol prevented gunmen from [storming] the ministry.', 'negative', 'actual'],
  ['The army tried to [seize] the bridge but was beaten back.', 'positive', 'actual'],
  ['The army is trying to [seize] the bridge.', 'positive', 'future'],
  ['Commandos carried out an [attack] on the depot.', 'positive', 'actual'],
  ['The pilots did not carry out the [attack].', 'negative', 'actual'],
  ['The militia committed a [massacre] in the valley.', 'positive', 'actual'],
  ['The junta is committed to [withdrawing] its troops.', 'positive', 'future'],
  ['Residents fear an [offensive] against the enclave.', 'positive', 'hypothetical'],
  ['Two soldiers were [killed] and six were wounded when a mine exploded.', 'positive', 'actual'],
  ['The navy sent a frigate to the strait after the [attack].', 'positive', 'actual'],
]

test.each(rows)('%s', (sentence, polarity, modality) => {
  const { text, spans } = marked(sentence)
  const doc = parse(text)
  const event = eventAt(doc, spans[0])
  expect(statusOf(doc, event, [event])).toMatchObject({ polarity, modality })
})
