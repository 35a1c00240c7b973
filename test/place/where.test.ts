import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/load.ts'
import { reportOf } from '../../src/model/report.ts'
import { placesOf } from '../../src/reading/place/place.ts'
import { km } from '../../src/reading/place/resolve.ts'
import { find } from '../../src/reading/reading.ts'
import { marked } from '../reading/sentence.ts'

const knowledge = loadKnowledge()

/** The places of the event whose trigger is in brackets; undefined when no event is found there. */
const placesOfMarked = (sentence: string) => {
  const { text, spans } = marked(sentence)
  const { doc, events, places } = find(reportOf({ id: 'x', text }), knowledge)
  const event = events.find(e => e.span.start < spans[0].end && spans[0].start < e.span.end)
  return event && placesOf(doc, event, events, places)
}

describe('where an event happened', () => {
  it.each([
    // Its own adjuncts.
    ['Gunmen [killed] six people in Gao on Friday.', ['Gao']],
    ['Six people were [killed] near Maiduguri.', ['Maiduguri']],
    ['Rebels [attacked] an army post outside Bunia.', ['Bunia']],
    ['The army [clashed] with guerrillas around Huanta.', ['Huanta']],
    ['Two soldiers were [wounded] when a mine exploded in Kuito, Angola.', ['Kuito', 'Angola']],
    // What was hit or taken.
    ['Serb guns [shelled] Tuzla and Gorazde.', ['Tuzla', 'Gorazde']],
    ['The militia [captured] Bossangoa.', ['Bossangoa']],
    ['Bambari was [seized] by rebels.', ['Bambari']],
    ['Troops have [retaken] the town of Mocimboa da Praia.', ['Mocimboa da Praia']],
    ['The general announced the [liberation] of Kidal.', ['Kidal']],
    ['An [attack] on Kunduz was repelled.', ['Kunduz']],
    ['The [shelling] of Sukhumi went on all night.', ['Sukhumi']],
    // Lists.
    ['Jets launched [strikes] on the cities of Hodeidah, Taiz and Marib.', ['Hodeidah', 'Taiz', 'Marib']],
    // Through what was hit.
    ['A bomb [killed] nine worshippers at a mosque in Peshawar.', ['mosque', 'Peshawar']],
    ['Insurgents [fired] rockets at a base in Ghazni.', ['base', 'Ghazni']],
    // A country only when it happened inside it.
    ['Soldiers [killed] dozens of villagers in Guatemala.', ['Guatemala']],
    ['Iraq [attacked] Iran again.', []],
    ['The war [attacks] on Israel must stop.', []],
    // The verb's adjuncts count for the noun.
    ['Rebels launched an [attack] on troops near Goma.', ['Goma']],
    ['Heavy [fighting] broke out in Malakal.', ['Malakal']],
    // Parts of a country are places of their own.
    ['Rebels [killed] three farmers in northern Colombia.', ['northern Colombia']],
    // Where forces go, and what they leave.
    ['France [deployed] troops to Mali.', ['Mali']],
    ['The army [withdrew] from Kuneitra.', ['Kuneitra']],
  ])('%s', (sentence, expected) => {
    expect(placesOfMarked(sentence)?.map(p => p.quote)).toEqual(expected)
  })

  it.each([
    ['Speaking in Geneva, the minister said rebels had [killed] ten people.', 'Geneva'],
    ['The spokesman told reporters in Islamabad that troops had [destroyed] a tunnel.', 'Islamabad'],
    ['Fighters from Chad [attacked] the convoy.', 'Chad'],
    ['The convoy was travelling to Juba when it was [ambushed].', 'Juba'],
    ['ASMARA (Reuters) - Troops [killed] four smugglers.', 'ASMARA'],
    ['Baghdad said its forces had [shelled] the port.', 'Baghdad'],
    ['Colombian troops [killed] two guerrillas.', 'Colombian'],
  ])('%s not at %s', (sentence, elsewhere) => {
    expect(placesOfMarked(sentence)?.map(p => p.quote)).not.toContain(elsewhere)
  })

  it('puts "30 km west of B" off B', () => {
    const [place] = placesOfMarked('Guerrillas [ambushed] a patrol 50 km north of Ayacucho.')!
    expect(place.quote).toBe('50 km north of Ayacucho')
    expect(km({ lat: place.lat!, lon: place.lon! }, { lat: -13.16, lon: -74.22 })).toBeGreaterThan(40)
    expect(place.lat!).toBeGreaterThan(-12.9)
    expect(place.radius).toBeGreaterThanOrEqual(20)
  })

  it('takes the place of the event that a sentence goes back to', () => {
    const text =
      'Gunmen attacked a market in Maiduguri on Monday. At least 20 people were [killed]. The governor flew in from Abuja.'
    expect(placesOfMarked(text)?.map(p => p.quote)).toContain('Maiduguri')
  })

  it('takes no place from another story', () => {
    const text = 'Gunmen attacked a market in Maiduguri on Monday.\n\nSeparately, the army launched an [offensive].'
    expect(placesOfMarked(text)?.map(p => p.quote)).toEqual([])
  })

  it('knows "the town" again', () => {
    const text = 'Rebels entered Bria at dawn. They [burned] 40 houses in the town.'
    expect(placesOfMarked(text)?.map(p => p.name)).toContain('Bria')
  })

  it('says which rule found it', () => {
    expect(placesOfMarked('Rebels [shelled] Goma.')![0].rule).toMatch(/own adjunct$/)
  })
})
