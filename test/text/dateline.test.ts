import { describe, expect, it } from 'vitest'
import { datelineAt } from '../../src/text/dateline.ts'
import { isoOf } from '../../src/text/dates.ts'

const read = (text: string, first = true): string | null => {
  const found = datelineAt(text, 0, text.length, { first, capitals: !/\p{Ll}{2}/u.test(text) })
  if (!found) return null
  const words = (s: { start: number; end: number } | null): string => (s ? text.slice(s.start, s.end) : '-')
  return [words(found.place), found.day ? isoOf(found.day) : '-', words(found.outlet), text.slice(found.end).trim()].join(' | ')
}

describe('datelines', () => {
  it.each([
    ['KABUL, Aug 14 (Reuters) - Fighters entered the town', 'KABUL | --08-14 | Reuters | Fighters entered the town'],
    ['BAKU, Azerbaijan, Oct. 10 /TASS/. Shells hit two villages', 'BAKU | --10-10 | TASS | Shells hit two villages'],
    ['YEREVAN, Armenia, Oct. 10', 'YEREVAN | --10-10 | - | '],
    ['(AP) -- Rebels freed nine miners', '- | - | AP | Rebels freed nine miners'],
    ['/TASS/. Two depots burnt', '- | - | TASS | Two depots burnt'],
    ['ALEPPO (SANA) – Units of the army advanced', 'ALEPPO | - | SANA | Units of the army advanced'],
    ['Goma (AFP) – A column left the town', 'Goma | - | AFP | A column left the town'],
    ['MOSCOW, July 3. /TASS/. A drone fell', 'MOSCOW | --07-03 | TASS | A drone fell'],
    ['MOSCOW. Oct 3 (Interfax) - Two pilots died', 'MOSCOW | --10-03 | Interfax | Two pilots died'],
    [
      'SAN SALVADOR, 10 JAN 90 (ACAN-EFE) -- [TEXT] A mine went off',
      'SAN SALVADOR | 1990-01-10 | ACAN-EFE | [TEXT] A mine went off',
    ],
    [
      'Clandestine, 5 Jan 89 (Radio Venceremos) -- [Editorial] Our columns',
      'Clandestine | 1989-01-05 | Radio Venceremos | [Editorial] Our columns',
    ],
    ['Porto Velho (Brazil), 2 Feb 88 (Rede Sul) --\nPolice said', 'Porto Velho | 1988-02-02 | Rede Sul | Police said'],
    ['BAHRAIN, March 3 - Two tankers were hit', 'BAHRAIN | --03-03 | - | Two tankers were hit'],
    ['BEIRUT — Gunmen opened fire', 'BEIRUT | - | - | Gunmen opened fire'],
    ['AL HASAKAH, Syria — A lorry bomb', 'AL HASAKAH | - | - | A lorry bomb'],
    ['GENEVA/NEW YORK (Reuters) - Envoys met', 'GENEVA/NEW YORK | - | Reuters | Envoys met'],
    ['Tehran, Oct 3, IRNA – The minister said', 'Tehran | --10-03 | IRNA | The minister said'],
    ['Hama, SANA-Two shells fell', 'Hama | - | SANA | Two shells fell'],
    ['NEW DELHI: Soldiers crossed', 'NEW DELHI | - | - | Soldiers crossed'],
    ['KYIV. July 4. UNIAN. A missile hit', 'KYIV | --07-04 | UNIAN | A missile hit'],
    ['SAIGON, South Vietnam, Feb. 1 (AP)—Rockets fell', 'SAIGON | --02-01 | AP | Rockets fell'],
    ['BELGRADE, Yugoslavia, June 2, 1992 (UPI) -- Shells fell', 'BELGRADE | 1992-06-02 | UPI | Shells fell'],
    ['MOGADISHU At least nine people died', 'MOGADISHU | - | - | At least nine people died'],
    ['Basra -- The bridge was bombed', 'Basra | - | - | The bridge was bombed'],
    ['UNITED NATIONS, Sept 3 (Xinhua) -- The council', 'UNITED NATIONS | --09-03 | Xinhua | The council'],
    ['RIO DE JANEIRO (AP) — Police said', 'RIO DE JANEIRO | - | AP | Police said'],
    ['BUFFALO, N.Y. (AP) -- A rifle was found', 'BUFFALO | - | AP | A rifle was found'],
    ['THE HAGUE, Netherlands (AP)_ Judges met', 'THE HAGUE | - | AP | Judges met'],
    ['NAIROBI, Kenya _', 'NAIROBI | - | - | '],
    ['Sidon NNA - A boat sank', 'Sidon | - | NNA | A boat sank'],
    ['TASS, August 14. Shells fell', '- | --08-14 | TASS | Shells fell'],
    ['SEOUL, JAN 5 (YONHAP) -- THE NORTH FIRED TWO ROCKETS', 'SEOUL | --01-05 | YONHAP | THE NORTH FIRED TWO ROCKETS'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    'Iran and Iraq (both members of OPEC) agreed to talk.',
    'HAMAS (Islamic Resistance Movement) said it fired.',
    'On Sunday, Oct. 10 - the day of the vote - two posts were hit.',
    'In Baghdad, two bombs went off.',
    'NATO said its jets flew sorties.',
    'The Foreign Ministry (TASS) reported.',
    'Tanks — Russian ones — rolled in.',
    'On Oct. 10, the army fired.',
    'Oct. 10 was a day of mourning.',
    'President Kabila: We will win.',
    'UNICEF Director Jane Roe visited the camp.',
    'U.S. warships left port.',
    'July 3, 2016 - the day the siege ended - is a holiday.',
    'Bahrain, March 3, 1987, saw two attacks.',
    '10 October 2020 was a Saturday.',
    'IS-linked fighters fled.',
    'ISIS - the group - said nothing.',
    'A-10 jets bombed the ridge.',
    'Two soldiers (one of them a medic) died.',
    'THE ARMY - A FORCE OF 2,000 - SAID IT WOULD STAY',
    'Meanwhile (Reuters) - nothing',
    'KUNA News Agency.',
    'Report: Half of the depot burnt.',
    'WHAT THE SIEGE LEFT BEHIND — Hunger and ruins.',
    '',
    '(',
    '-- --',
  ])('leaves %s', text => {
    expect(read(text)).toBeNull()
  })
})
