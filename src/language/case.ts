import data from './compiled/lowercase.json' with { type: 'json' }

/** Words of headlines about war that treebanks of everyday English lack. */
const NEWS = `abduct abducted abducts accord airbase airspace airstrike airstrikes ambush ambushed ambushes amid ammunition annexation armistice armored armoured
artillery assassin assassinate assassinated assassins barrage barracks battalion besieged bloodshed bombard bombarded bombardment bomber bombers bombing bombings
brigade captive captives captors capture captured captures casualties cease-fire ceasefire checkpoint clash clashed clashes combatants commandos condemn condemned
condemns convoy convoys coup crackdown curfew defect defectors deploy deploys detonate detonated detonates disarm dissidents dissident downed drone drones embargo
encircle enclave envoy envoys evacuate evacuated exile explosion explosions explosives extremists fighters flee flees foes frigate front-line frontline grenade
grenades guerrilla guerrillas gunboat gunfire gunman gunmen gunships hails halt hijack hijacked hijackers hostage hostages humanitarian incursion infantry
insurgency insurgent insurgents intercept intercepted invade invaded invades invasion jailed jets jihadist jihadists junta kidnap kidnapped kills landmine launcher
looting loyalists maim maimed marines martyrs massacre massacres mercenaries militant militants militia militiamen militias missile missiles mortar mortars mourn
munitions mutiny naval offensive oust ousted ousts overrun overruns paramilitaries paramilitary peacekeeper peacekeepers pledge pledges plot protesters quell raid
raided raids rally rallies ransom rebel rebellion rebels rebuff recapture recaptured recaptures refugees regime regiment repatriate repel repelled repels
reprisal reprisals retake retakes retaliate retaliation retreat retreats rocket rockets rout sabotage sanctions seize seized seizes separatist separatists shell
shelled shelling shells shootdown siege skirmish skirmishes slain slams slay slays sniper snipers soldiers spies spy spokesman squadron stalemate standoff storm stormed
storms strafe stronghold submarine surrender surrenders talks tank tanks tanker terrorist terrorists thwart thwarted thwarts toll topple topples torpedo torture trench
troops truce truces ultimatum unrest uprising villagers vow vowed vows warhead warheads warlord warns warplane warplanes warship warships withdraw withdrawal wounded wounds`

/** Words that running text writes small. */
const SMALL: ReadonlySet<string> = new Set([...data, ...NEWS.split(/\s+/)])
/** Endings of words that are hardly names. */
const SMALL_ENDING = /(?:ed|ing|ly|tion|tions|ment|ments|ness|ers|es|s)$/

/**
 * The forms of a sentence as running text would write them, where it is all in capitals ("REBELS SEIZE TOWN") or in the capitals of
 * a title ("Rebels Seize Town in North"); other sentences as they are. `known` tells whether a word (lower case) is one.
 */
export const trueCase = (forms: readonly string[], known: (word: string) => boolean): readonly string[] => {
  const shouted = isShouted(forms)
  if (!shouted && !isTitle(forms)) return forms
  return forms.map((form, i) => {
    if (form.length < 2 || form.includes('.') || !/^\p{Lu}/u.test(form)) return form
    const low = form.toLowerCase()
    const small = SMALL.has(low) || (shouted && SMALL_ENDING.test(low) && low.length > 5 && known(low))
    if (small && i) return low
    return shouted && form.length > 2 ? form[0] + low.slice(1) : form
  })
}

const isShouted = (forms: readonly string[]): boolean => {
  const words = forms.filter(f => /\p{L}{2,}/u.test(f))
  return words.length > 2 && words.every(f => f === f.toUpperCase())
}

/** Words that many titles leave small. */
const SMALL_IN_TITLES =
  /^(?:the|and|but|for|nor|yet|off|out|per|via|amid|among|after|against|along|around|before|behind|between|from|inside|into|near|onto|over|past|since|than|that|through|under|until|upon|with|within|without|says?|said)$/

/** Nearly all words but prepositions have a capital, and at least two of them are words that have none in running text. */
const isTitle = (forms: readonly string[]): boolean => {
  const words = forms.slice(1).filter(f => /^\p{L}{3,}$/u.test(f) && !SMALL_IN_TITLES.test(f))
  const capitals = words.filter(f => /^\p{Lu}/u.test(f))
  if (words.length < 3 || capitals.length < 0.9 * words.length) return false
  return capitals.filter(f => SMALL.has(f.toLowerCase())).length > 1
}
