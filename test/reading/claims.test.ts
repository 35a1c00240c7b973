import { expect, test } from 'vitest'
import { loadKnowledge } from '../../src/load.ts'
import { read } from '../../src/reading/reading.ts'

const knowledge = loadKnowledge()

/** Each claim as "trigger TYPE doers > done to | status | sources": codes with sectors, in the order of the triggers. */
const cores = (text: string): string[] =>
  read(
    { id: 'x', outlet: null, published: '2020-06-10', publishedBy: 'given', headline: null, text, url: null, archive: null },
    knowledge,
  ).claims.map(c => {
    const codes = (list: readonly { code: string; sector: string }[]) => list.map(p => p.code + p.sector).join('+')
    const status = c.polarity === 'negative' ? 'not' : c.modality
    return `${c.trigger.quote} ${c.type} ${codes(c.actors)} > ${codes(c.recipients)} | ${status} | ${c.attribution.map(p => p.code + p.sector).join(' > ')}`
  })

const rows: [string, ...string[]][] = [
  [
    'Argentina accused Britain of bombing a bridge. Britain rejected the accusation.',
    'accused ACCUSE ARG > GBR | actual | ',
    'bombing ASSAULT GBR >  | actual | ARG',
    'rejected ASSAULT GBR >  | not | GBR',
  ],
  [
    'An air strike killed 12 villagers near Kunduz, Afghan officials said.',
    'air strike ASSAULT  >  | actual | AFGGOV',
    'killed ASSAULT  > AFGCVL | actual | AFGGOV',
  ],
  [
    'Colombian troops clashed with FARC guerrillas in Caqueta, killing nine rebels.',
    'clashed ASSAULT COLMIL+COLREB >  | actual | ',
    'killing ASSAULT COLMIL > COLREB | actual | ',
  ],
  [
    'The UN Security Council called on Sudan to withdraw its forces from Abyei.',
    'called on REQUEST UNO > SDN | actual | ',
    'withdraw RETREAT SDN >  | hypothetical | UNO',
  ],
  ['Gunmen kidnapped two Dutch engineers in Nigeria, police said.', 'kidnapped ASSAULT NGAUAF > NLDCVL | actual | NGACOP'],
  ['Israel and Egypt signed a peace treaty in 1979.', 'peace treaty AGREE ISR+EGY >  | actual | '],
  [
    'The rebels attacked a convoy on Monday. Five soldiers were killed.',
    'attacked ASSAULT UNKREB > UNKMIL | actual | ',
    'killed ASSAULT UNKREB > UNKMIL | actual | ',
  ],
  [
    'Reuters quoted the Lebanese army as saying that Israeli jets bombed a bridge near Tyre.',
    'bombed ASSAULT ISRMIL >  | actual | GBRJRN > LBNMIL',
  ],
  ['The Red Cross said Iran released 300 Iraqi prisoners of war.', 'released RETREAT IRN > IRQCVL | actual | NGO'],
  [
    'Serbian forces shelled a market in Sarajevo, the Bosnian government said. A Serb spokesman denied it.',
    'shelled ASSAULT SRBMIL >  | actual | BIHGOV',
    'denied ASSAULT SRBMIL >  | not | SRBGOV',
  ],
  [
    'Armenia denied firing a missile at Ganja, where 12 people were killed.',
    'firing ASSAULT ARM >  | not | ARM',
    'killed ASSAULT  > AZECVL | actual | ',
  ],
  [
    'Syria accused Israel of bombing an airport on Monday. Three soldiers were killed.',
    'accused ACCUSE SYR > ISR | actual | ',
    'bombing ASSAULT ISR >  | actual | SYR',
    'killed ASSAULT  > UNKMIL | actual | ',
  ],
  [
    'The army said it captured the town after clashes with rebels that killed 30 fighters.',
    'captured COERCE UNKMIL >  | actual | UNKMIL',
    'clashes ASSAULT UNKREB+UNKMIL >  | actual | UNKMIL',
    'killed ASSAULT  > UNKREB | actual | UNKMIL',
  ],
  [
    'The rebels left the city on Monday. "They shelled our street all night," a teacher said.',
    'left RETREAT UNKREB >  | actual | ',
    'shelled ASSAULT  >  | actual | UNKEDU',
  ],
  ['The football club attacked from the first minute and captured the cup.'],
  ['Shares of the bank fell after it seized on a new market.'],
]
test.each(rows)('%s', (text, ...expected) => expect(cores(text)).toEqual(expected))
