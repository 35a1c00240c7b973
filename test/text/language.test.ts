import { describe, expect, it } from 'vitest'
import { foreignTo } from '../../src/text/language.ts'

describe('the language test', () => {
  it.each([
    'The army said on Tuesday that twenty soldiers had been killed in an attack on a convoy near the northern border of the country.',
    'Air raids kill 10 near Idlib hospital, monitor says; rebels shell army base',
    'IRAN SAYS TWO SHIPS HIT IN GULF, FIVE CREW WOUNDED, TANKER ON FIRE OFF KHARG',
    'General Ólafur Þórðarson and Colonel Çağrı Öztürk met in Diyarbakır, and the talks, which lasted for two hours, were said to be useful.',
    '“Allahu akbar,” shouted the men of Liwa al-Tawhid as they entered Khan al-Assal with their guns and flags on Monday.',
    'Rebels left.',
    'Ghouta, Douma, Harasta, Zamalka, Jobar, Arbin, Misraba, Hamouria, Saqba, Kafr Batna',
    '',
    '12.3 45 -- 17:30',
  ])('takes %s', async text => {
    expect(await foreignTo(text)).toBeNull()
  })

  it.each([
    ['Les forces armées ont déclaré mardi que vingt soldats avaient été tués dans une attaque contre un convoi.', 'French'],
    ['El ejército informó que tres soldados murieron en un ataque contra una patrulla en la provincia.', 'Spanish'],
    ['Os militares disseram na terça-feira que vinte soldados foram mortos em um ataque contra um comboio.', 'Portuguese'],
    ['Die Armee teilte am Montag mit, dass bei einem Angriff auf einen Konvoi zwanzig Soldaten getötet worden seien.', 'German'],
    [
      'De minister was in Den Haag en had over de aanslag gesproken met de president, maar er was geen overeenkomst over de wapens.',
      'Dutch',
    ],
    [
      'Ordu salı günü yaptığı açıklamada kuzey sınırı yakınlarında bir konvoya düzenlenen saldırıda yirmi askerin öldüğünü bildirdi.',
      'Turkish',
    ],
    [
      'Tentara mengatakan pada hari Selasa bahwa dua puluh tentara tewas dalam serangan terhadap konvoi di dekat perbatasan.',
      'Indonesian',
    ],
    ['Ciidamada ayaa sheegay in labaatan askari lagu dilay weerar lagu qaaday kolonyo agagaarka magaalada Muqdisho.', 'Somali'],
    ['Военные сообщили, что двадцать солдат погибли при нападении на колонну.', 'a text in Cyrillic script'],
    ['قال الجيش يوم الثلاثاء إن عشرين جنديا قتلوا في هجوم على قافلة قرب الحدود.', 'a text in Arabic script'],
    ['军方周二表示，二十名士兵在北部边境附近的一次袭击中丧生。', 'a text in Chinese or Japanese script'],
    ['צה״ל מסר כי עשרים חיילים נהרגו בהתקפה על שיירה ליד הגבול הצפוני.', 'a text in Hebrew script'],
  ])('turns away %s', async (text, language) => {
    expect(await foreignTo(text)).toEqual({ language })
  })
})
