import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/load.ts'
import { reportOf } from '../../src/model/report.ts'
import { find } from '../../src/reading/reading.ts'
import { partiesOf, plain, unmark } from './marked.ts'

const knowledge = loadKnowledge()

const TABLE: Record<string, readonly string[]> = {
  'states, peoples, capitals': [
    '[Ethiopia|ETH/] accused [Eritrea|ERI/] of shelling the border town of Zalambessa.',
    '[Pyongyang|PRK/] rejected the offer of [the United States|USA/].',
    '[The Kremlin|RUS/] denied that it had sent arms.',
    '[The Soviets|RUS/] bombed villages in the Panjshir valley.',
    '[The Salvadorans|SLV/] and [the Hondurans|HND/] signed a truce.',
    '[Zaire|COD/] closed its border with [Rwanda|RWA/] on Tuesday.',
  ],
  'forces with their state': [
    '[Ethiopian troops|ETH/MIL] shelled Mekelle on Sunday.',
    '[Three Indian soldiers|IND/MIL] were killed by [Pakistani gunners|PAK/MIL] near Poonch.',
    "[Britain's navy|GBR/MIL] sank the cruiser off the Falklands.",
    '[Ugandan police|UGA/COP] arrested [forty students|UGA/EDU] in Kampala.',
    '[Soldiers of the Angolan army|AGO/MIL] entered the town.',
    '[Members of the Basij|IRN/PRM] attacked [protesters|IRN/OPP] in Tehran.',
    '[Army members|PHL/MIL] searched houses in Marawi, in the Philippines.',
    '[A group of Croatian soldiers|HRV/MIL] crossed the river Una.',
    '[Thousands of Rwandan civilians|RWA/CVL] fled to Goma.',
  ],
  'armed groups': [
    "[The Lord's Resistance Army|UGA/REB] abducted [children|UGA/CVL] in northern Uganda.",
    '[LTTE cadres|LKA/REB] ambushed [a Sri Lankan army patrol|LKA/MIL].',
    '[Shining Path guerrillas|PER/REB] bombed a bank in Lima.',
    '[Renamo|MOZ/REB] attacked a train in Sofala.',
    '[Boko Haram fighters|NGA/REB] raided the village of Gwoza.',
    '[Khmer Rouge gunmen|KHM/REB] shot [a Thai driver|THA/CVL].',
    '[The Rapid Support Forces|SDN/PRM] seized the airport in Khartoum.',
    '[UNITA rebels|AGO/REB] mined the road.',
    '[The IRA|GBR/REB] said [it|GBR/REB] had planted the bomb.',
    '[Hezbollah|LBN/PRM] fired rockets at [Israeli soldiers|ISR/MIL].',
    '[Islamic State militants|IMG/REB] blew up the bridge.',
  ],
  'backers are not owners': [
    '[Iranian-backed militias|YEM/PRM] shelled Marib in Yemen.',
    '[Turkish-backed rebels|SYR/REB] took Al-Bab, in northern Syria.',
    '[A Nigerian-led force|IGO/MIL] entered Freetown.',
    '[The London-based human rights group|NGO/] counted the dead in Grozny.',
  ],
  'persons and offices': [
    '[Ethiopian Prime Minister Meles Zenawi|ETH/GOV] met [Sudanese President Omar al-Bashir|SDN/GOV].',
    '[The Georgian foreign minister|GEO/GOV], [Irakli Tomadze|GEO/GOV], condemned the raid.',
    '[Colonel Pedro Ibarra|SLV/MIL], [a spokesman for the Salvadoran army|SLV/MIL], denied the report.',
    '[A spokesman for the Tamil Tigers|LKA/REB] claimed the attack.',
    '[The head of the town hospital|UKR/MED] said ten patients had died in Kharkiv, Ukraine.',
    '[A Kenyan police spokesman|KEN/COP] confirmed it.',
    '[Bishop Arturo Lona|MEX/REL] mediated in Chiapas, Mexico.',
    '[The rebel leader|COD/REB] met reporters near Bukavu, in the Democratic Republic of Congo.',
  ],
  'organisations and media': [
    '[The Red Cross|NGO/] took [the wounded|BDI/CVL] to a clinic in Bujumbura, Burundi.',
    '[UN peacekeepers|UNO/MIL] patrolled the Golan.',
    '[NATO|IGO/MIL] jets bombed Belgrade.',
    '[The European Union|EUR/] imposed sanctions.',
    '[Xinhua|CHN/JRN] reported the clash.',
    '[ECOWAS|IGO/] condemned the coup in Mali.',
    '[Amnesty International|NGO/] blamed [the Chadian government|TCD/GOV].',
  ],
  'unknown stays unknown': [
    'American forces struck Iran. [Unidentified jets|UNK/MIL] hit a platform.',
    '[Gunmen|UNK/UAF] killed [a priest|UNK/REL].',
    'The army shelled Homs in Syria. [Western diplomats|UNK/GOV] left, and [neighbouring governments|UNK/GOV] protested.',
    'They called on [all parties|UNK/] to stop.',
  ],
  'whose forces': [
    'The Congolese army fled Goma. The government accused Rwanda of sending [troops|RWA/MIL] across the border.',
    'Indian guns fired. Pakistan deployed [troops|PAK/MIL] along the line.',
    '[Helicopters of the U.N. mission|UNO/MIL] fired at the rebels near Goma.',
    '[Peacekeepers|UNO/MIL] held the airport in Goma.',
    '[A church official|PHL/REL] in Manila said so.',
    '[A union leader|COL/LAB] was shot in Bogota.',
  ],
  'shared nouns': [
    '[Turkish and Azerbaijani troops|TUR/MIL + AZE/MIL] held a drill.',
    '[The Iranian and Iraqi foreign ministers|IRN/GOV + IRQ/GOV] met in Geneva.',
    '[The Indian army|IND/MIL] and [Pakistani rangers|PAK/MIL] exchanged fire.',
  ],
  'lost apostrophes': ['[Syrias army|SYR/MIL] shelled the town, and [Russias defence ministry|RUS/MIL] said so.'],
  'titles and ranks': [
    'President Barack Obama met [Lt Gen Adam Brook|USA/MIL] in Washington. [The president|USA/GOV=Barack Obama] left at noon.',
    '[Col Pedro Paz|HND/MIL], of the Honduran army, was wounded.',
    'Kenyan police shot a thief in Nairobi. [Two officers|KEN/COP] were hurt.',
  ],
  'who he, they and it are': [
    'Prime Minister Olga Brankova visited the wounded. [She|UNK/GOV=Olga Brankova] promised help.',
    'Sudan said [its|SDN/=Sudan] troops had retaken Heglig.',
    'Iran announced an attack, while Iraq said [its|IRQ/=Iraq] forces had thrown it back.',
    'The Eritrean army shelled Badme. [It|ERI/MIL] also mined the road.',
    'Azerbaijan and Armenia blamed each other. [The two countries|AZE/ + ARM/] have fought since 1988.',
    'The Popular Front of Dunia (PFD) attacked in Chad. [The PFD|TCD/REB] has fought since 1990.',
    'NATO jets bombed a convoy, officials said. The alliance denied [it|-].',
    'The army shelled Stepanakert. [It|-] is feared that many died.',
  ],
  'places and days are no persons': [
    'The bomb went off in [Barranquilla|-] on [Friday|-].',
    'Troops marched to [Republic Square|-].',
  ],
}

const check = (marked: string) => {
  const { text, phrases } = unmark(marked)
  const { doc, parties } = find(reportOf({ id: 'test', text, published: '2001-02-03' }), knowledge)
  return phrases.map(p => {
    const found = partiesOf(doc, parties, p)
    const name = p.name === null ? '' : `=${found[0]?.name.quote ?? ''}`
    return {
      found: `${p.quote}: ${plain(found)}${name}`,
      expected: `${p.quote}: ${p.party}${p.name === null ? '' : `=${p.name}`}`,
    }
  })
}

describe.each(Object.entries(TABLE))('%s', (_, sentences) => {
  test.each(sentences)('%s', marked => {
    const results = check(marked)
    expect(results.map(r => r.found)).toEqual(results.map(r => r.expected))
  })
})
