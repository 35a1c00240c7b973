// Reports of an invented war, as many as wanted: the same numbers give the same bytes. Written for timing, not for reading.

/** A report in the form that `hearsay add` takes. */
export interface SyntheticReport {
  readonly id: string
  readonly outlet: string
  readonly published: string
  readonly headline: string
  readonly text: string
}

/** Mulberry32: a small generator with a seed. */
const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const TOWNS =
  'Adigrat Mekele Axum Shire Asmara Keren Massawa Barentu Kassala Gedaref Juba Malakal Bentiu Bor Wau Aweil Goma Bukavu Beni Bunia Uvira Kindu Bangui Bambari Bria Bossangoa Mopti Gao Timbuktu Kidal Segou Diffa Agadez Zinder Maiduguri Yola Damaturu Gombe Kano Kaduna Aleppo Homs Hama Idlib Raqqa Palmyra Daraa Latakia Mosul Tikrit Kirkuk Ramadi Fallujah Basra Samarra Baquba Taiz Aden Hodeidah Marib Saada Mukalla Kandahar Kunduz Herat Ghazni Lashkar Khost Jalalabad Quetta Peshawar Kharkiv Kherson Mariupol Donetsk Luhansk Sumy Poltava Zaporizhzhia Mykolaiv Odesa Stepanakert Ganja Gori Poti Zugdidi Sukhumi Vukovar Osijek Knin Mostar Tuzla Banja Zenica Misrata Sirte Benghazi Derna Tobruk Sabha Zintan Kismayo Baidoa Mogadishu Beledweyne Garowe'.split(
    ' ',
  )
const OUTLETS = [
  'Northern Herald',
  'Delta Wire',
  'Morning Courier',
  'River Agency',
  'Highland Post',
  'Coastal Times',
  'Union Press',
  'Frontier Daily',
]
const SIDES = [
  ['government troops', 'the army', 'rebels'],
  ['rebels', 'a rebel spokesman', 'government troops'],
  ['the air force', 'the Defence Ministry', 'militants'],
  ['militants', 'the militants', 'soldiers'],
] as const
const ACTS = ['shelled', 'bombed', 'attacked', 'raided', 'captured', 'recaptured', 'stormed', 'besieged']
const VICTIMS = ['civilians', 'soldiers', 'fighters', 'residents', 'police officers', 'militiamen']
const SITES = [
  'a market',
  'a school',
  'a bridge',
  'an airfield',
  'a hospital',
  'a barracks',
  'a power station',
  'a checkpoint',
  'a depot',
]
const PEOPLE = [
  'Residents',
  'Witnesses',
  'A doctor',
  'The governor',
  'Aid workers',
  'Traders',
  'A teacher',
  'Elders',
  'A priest',
  'Drivers',
  'Nurses',
  'An official',
]
const NAMES =
  'Abel Hana Omar Lena Musa Irina Tomas Aster Karim Vera Yusuf Nadia Pavel Selam Rashid Marta Idris Olga Samuel Zahra'.split(' ')
const TOLD = ['said', 'told reporters', 'reported', 'added', 'wrote', 'recalled', 'estimated', 'confirmed']
const GROUPS = [
  'families',
  'patients',
  'prisoners',
  'cattle',
  'houses',
  'lorries',
  'shops',
  'pupils',
  'tents',
  'boats',
  'wells',
  'fields',
]
const FATES = [
  'had left',
  'had reached',
  'had crossed into',
  'were moved to',
  'were counted in',
  'were lost near',
  'had been hidden in',
  'were waiting outside',
]
const WHENS = [
  'before dawn',
  'at noon',
  'after dark',
  'within hours',
  'over three days',
  'by evening',
  'since the weekend',
  'during the rains',
  'in the morning',
  'at midnight',
]

/** `count` reports, in the order of their days; four or so tell of the same happening, some in the same words. */
export function* syntheticReports(count: number, seed = 1): Generator<SyntheticReport> {
  const random = randomOf(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]
  const upTo = (n: number): number => 1 + Math.floor(random() * n)
  let made = 0
  for (let happening = 0; made < count; happening++) {
    const day = new Date(Date.UTC(1990, 0, 1) + Math.floor(happening / 5) * 86_400_000)
    const published = day.toISOString().slice(0, 10)
    const weekday = day.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })
    const [town, other, act, site] = [pick(TOWNS), pick(TOWNS), pick(ACTS), pick(SITES)]
    const [actor, speaker, enemy] = pick(SIDES)
    let last: SyntheticReport | null = null
    for (let i = upTo(6); i > 0 && made < count; i--) {
      const id = `s${String(made++).padStart(6, '0')}`
      const outlet = pick(OUTLETS)
      if (last && random() < 0.2) {
        yield { ...last, id, outlet }
        continue
      }
      // Short pieces chosen one by one: as in prose, hardly five words in a row are in two reports by chance.
      const aside = (): string =>
        `${pick(PEOPLE)} ${pick(NAMES)} ${pick(TOLD)} that ${upTo(900)} ${pick(GROUPS)} ${pick(FATES)} ${pick(TOWNS)} ${pick(WHENS)}, ${pick(NAMES)} ${pick(NAMES)} ${pick(TOLD)} from ${pick(TOWNS)} ${pick(WHENS)}.`
      const denial =
        random() < 0.3
          ? ` ${pick(NAMES)} ${pick(NAMES)}, spokesman of the ${enemy}, ${pick(['denied', 'later denied', 'flatly denied'])} that ${town} had been ${act}.`
          : ''
      const headline = `${actor[0].toUpperCase()}${actor.slice(1)} ${act} ${town}, ${upTo(90)} ${pick(VICTIMS)} ${pick(['dead', 'killed', 'lost', 'buried'])}, ${speaker} says`
      const paragraphs = [
        `${actor[0].toUpperCase()}${actor.slice(1)} ${act} ${town} ${pick(WHENS)} on ${weekday}, killing ${upTo(40)} ${pick(VICTIMS)}, ${speaker} ${pick(TOLD)}.${denial}`,
        `${site[0].toUpperCase()}${site.slice(1)} near ${other} was damaged by ${pick(['rockets', 'mortar fire', 'an explosion', 'gunfire'])} ${pick(WHENS)} and ${upTo(30)} ${pick(VICTIMS)} were wounded.`,
        `${aside()} ${aside()} ${aside()}`,
      ]
      last = { id, outlet, published, headline, text: `${headline}\n\n${paragraphs.join('\n\n')}` }
      yield last
    }
  }
}
