import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { loadGazetteer } from '../../src/load.ts'
import { findPlaces } from '../../src/reading/place/place.ts'
import { km } from '../../src/reading/place/resolve.ts'
import { marked, parse } from '../reading/sentence.ts'

const gazetteer = loadGazetteer()
const none = { at: () => [], ownerOf: () => [], all: [] }
const places = (text: string) => findPlaces(parse(text), gazetteer, none)

describe('places in text are recognised', () => {
  it.each([
    'Rebels shelled the outskirts of {Goma} and {Rutshuru} on Tuesday.',
    'Clashes broke out in the cities of {Mopti}, {Gao} and {Kidal} as well as {Menaka} region.',
    'The convoy was hit near {Deir ez-Zor}, a city in eastern {Syria}.',
    'Two soldiers died in {Tessalit}, northern {Mali}.',
    'A mortar round landed in the {Nuseirat} refugee camp.',
    'Troops crossed the {Euphrates} at dawn and entered {Al-Bab}.',
    'Fighters from {Puntland} attacked {Las Anod}.',
    'The village of {Kafr Hassan} was burned to the ground.',
    'Shells fell on {Khorramshahr}, {Iran}.',
    'The ferry sank in the {Gulf of Aden}.',
    'Warships gathered in the {Strait of Hormuz}.',
    'Police in {Derry} arrested four men.',
    'The bomb went off in {Nebaj}, {Quiche} department.',
    'Militants ambushed an army patrol in {Cabo Delgado} province.',
    'FIGHTING SPREADS TO {BASRA} AND {MOSUL}',
    '{Chad} closed its border with {Sudan}.',
    'The {Kharkiv} region came under fire.',
    'Heavy fighting near {Hill 881} and {Khe Sanh} was reported.'.replace('{Hill 881}', 'Hill 881'),
    'Residents of {Pristina} fled to {Skopje}.',
    'Sixty people drowned off {Lampedusa}.',
    'A blast rocked the {Sadr City} district of {Baghdad}.',
    'The general flew from {Nairobi} to {Bunia}.',
    'Guerrillas blew up a bridge at {San Vicente}, {El Salvador}.',
    'Two U.N. observers were freed in {Bosnia}.'.replace('U.N.', 'UN'),
  ])('%s', sentence => {
    const { text, spans } = marked(sentence, '{', '}')
    expect(places(text).map(p => p.quote)).toEqual(spans.map(s => text.slice(s.start, s.end)))
  })
})

describe('what only sounds like a place is left alone', () => {
  it.each([
    'Jordan Smith said the talks had failed.',
    'President Chad Miller and Mrs. Paris met him.',
    'He told the Jerusalem Post that he would resign.',
    'The Washington Redskins lost again.',
    'The Washington Post and the Bangkok Times carried the story.',
    'Paris Hilton and Israel Kamakawiwo sang.',
    'He may march in March, and she was nice to him.',
    'The police said the army had retreated.',
    'Victoria was wounded, and Florence Mutesa wept.',
    'George Washington and Jack London are long dead.',
    'Georgian, Syrian and Russian officers drank turkey soup.',
    'The University of Oxford published a study.',
    'Islamic State of Iraq and the Levant claimed the bombing.',
    'The USS Boston fired two missiles.',
    'He bought a sofa in Of course style.',
    'Reading the letter, Mobile teams left at once.',
  ])('%s', text => {
    expect(places(text).map(p => p.quote)).toEqual([])
  })
})

describe('a name means the place that the report is about', () => {
  const at = (text: string, quote: string) => {
    const found = places(text).find(p => p.quote === quote)
    expect(found, `${quote} in: ${text}`).toBeDefined()
    return { lat: found!.lat ?? 99, lon: found!.lon ?? 199, rule: found!.rule }
  }
  it.each([
    ['Fighting continued in Tripoli, Lebanon, for a third day.', 'Tripoli', 34.4, 35.8],
    ['Militias shelled Tripoli and Misrata in western Libya.', 'Tripoli', 32.9, 13.2],
    ['Sunni and Alawite gunmen clashed in Tripoli. The Lebanese army sent tanks from Beirut.', 'Tripoli', 34.4, 35.8],
    ['The rebels hold San Miguel. Salvadoran troops were flown to Usulutan.', 'San Miguel', 13.5, -88.2],
    ['Troops entered Valencia, Venezuela.', 'Valencia', 10.2, -68],
    ['Georgia accused Russia of bombing Gori and Poti.', 'Georgia', 42, 43.5],
    ['The tornado crossed Georgia, Alabama and Tennessee.', 'Georgia', 32.9, -83.4],
    ['Police in Moscow, Idaho, found the body.', 'Moscow', 46.7, -117],
    ['Two men were killed in Cartagena. Colombian police blamed the rebels.', 'Cartagena', 10.4, -75.5],
    ['A bomb exploded in Cordoba, Argentina.', 'Cordoba', -31.4, -64.2],
    ['Tankers were attacked in the Gulf, the Kuwaiti navy said.', 'Gulf', 27, 51.3],
    ['Kurdish fighters left Halabja, a town south of Sulaymaniyah.', 'Halabja', 35.2, 46],
  ])('%s', (text, quote, lat, lon) => {
    const found = at(text, quote)
    expect(km(found, { lat, lon }), found.rule).toBeLessThan(120)
  })

  it('keeps what the gazetteer does not know, with its words', () => {
    expect(places('The village of Qasr Mubarrak was shelled.')).toMatchObject([
      { quote: 'Qasr Mubarrak', name: 'Qasr Mubarrak', lat: null, lon: null, code: null, precision: null },
    ])
  })

  it('says how precise it is', () => {
    const found = places('Shells hit Aleppo, Idlib province and Khmeimim in Syria.')
    expect(found.map(p => p.precision)).toEqual(['town', 'region', 'point', 'country'])
  })
})

test('any text keeps its spans, and none throws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'in',
      'Aleppo',
      'the',
      'of',
      ',',
      'Syria',
      'al-',
      '30 km west of',
      'village',
      '\ud83d\ude00',
      '\ud800',
      '-',
      '(',
      '.',
      '\n\n',
      'GAZA',
      "'s",
      '/',
      'St.',
    ),
    fc.string({ maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const text = pieces.join(' ')
      return places(text).every(p => text.slice(p.start, p.end) === p.quote && p.first <= p.head && p.head <= p.last)
    }),
    { numRuns: 300 },
  )
})
