import { stemOf } from './words.ts'

/** Words for one act: whoever uses any of a line may mean what another tells with any other of it. */
const LINES = `
kill, murder, slay, assassinate, die, death, dead, slaughter, massacre, execute, perish, succumb, fatality, toll, martyr, homicide, manslaughter, killing
die, pass, death, suicide, hang
wound, injure, hurt, injury, maim
casualty, kill, wound, victim, lose, loss
bomb, bombing, bombard, bombardment, airstrike, raid, strike, air-strike, pound, hit, target, warplane, sortie, attack
shell, shelling, mortar, pound, bombard, bombardment, rocket
attack, assault, strike, raid, offensive, ambush, hit, storm, onslaught, target
blast, explosion, explode, detonate, bomb, blow, detonation
clash, fight, battle, fighting, combat, skirmish, firefight, gunfight
shoot, fire, gun, shooting, gunfire, shootout, rampage, crossfire, snipe
shoot, kill, murder
gas, chemical, poison, sarin, attack
capture, seize, take, occupy, liberate, overrun, control, recapture, retake, regain, conquer, fall, secure, gain, advance
arrest, detain, nab, custody, apprehend, capture, round, catch, detention, hold, jail
jail, imprison, sentence, prison
charge, indict, accuse, indictment, arraign
convict, guilty, conviction, plead, verdict
abduct, kidnap, abduction, hostage, capture
free, release, liberate
withdraw, retreat, pull, pullout, withdrawal, leave, evacuate, evacuation
ceasefire, truce, cease-fire, armistice, cessation
agree, deal, agreement, accord, pact, sign, settle, settlement
acquire, acquisition, buy, purchase, takeover, deal, merger, sell, sale
quake, earthquake, temblor, tremor, shake, jolt
strike, hit, rattle, shake, jolt
aftershock, tremor
fire, sack, dismiss, axe, oust, firing, dismissal, ouster
resign, step, quit, resignation, depart, departure, leave
hire, appoint, name, select, nominate, choose, pick, replace, tap, appointment, nomination, cast, selection
launch, unveil, announce, introduce, debut, release, reveal
win, victory, beat, defeat, triumph, lose, loss, top
clinch, secure, reach
retain, keep, defend
record, mark
break, pass, surpass, eclipse, set
score, goal, touchdown
protest, demonstrate, rally, demonstration, march, protester
riot, unrest, clash, violence, battle
strike, walkout, stoppage
crash, collide, collision, plunge, wreck
sink, capsize
meet, talk, meeting, summit, negotiate, negotiation, visit, discuss
condemn, denounce, criticise, criticize, slam, deplore, decry, blame, accuse
call, urge, demand, appeal, ask, request
threaten, warn, threat, warning
help, aid, donate, assist, give, aid
attend, appear, appearance
host, present
check, enter, admit, admission, head
rehab, treatment, stint, stay
cut, sever, damage, rip, break
damage, devastate, destroy, wreck
outage, disrupt, disruption, downtime, blackout, interruption
fix, repair, restore, resolve, patch, address
blaze, fire, burn, flame, inferno
stop, stoppage, halt, end
catch, apprehend, arrest
overturn, reverse, quash
issue, release, publish, deliver, push, rush
transfer, transport, move
rehire, hire
find, verdict
hack, breach, cyber-attack
escape, flee, breakout, run, walk, lam
steal, snatch, grab, theft, loot
rob, robbery, heist, raid
marry, wed, wedding, marriage
divorce, split, separate
born, birth
rule, ruling, decide, decision
sue, lawsuit, suit
ban, suspend, suspension, prohibit
search, hunt, manhunt, seek
find, discover, discovery, recover
vote, elect, election, poll, ballot
spark, trigger, unleash, ignite, touch, provoke
raid, sweep, blitz, swoop, crackdown, bust, operation, foray, incursion
disrupt, interrupt, hamper, affect, hit
ram, smash, crash, plough, plow, slam
arson, torch, alight, burn, fire
shoot, firefight, gunfight, gunplay, exchange
hijack, seize, commandeer
destroy, demolish, flatten, level, raze, damage
`

const lines = LINES.trim()
  .split('\n')
  .map(line => line.split(',').map(w => stemOf(w.trim())))

/** Lemma -> the lines that it stands in. */
const byWord = new Map<string, Set<number>>()
lines.forEach((line, i) => {
  for (const word of line) byWord.set(word, (byWord.get(word) ?? new Set()).add(i))
})

/** Whether two heads may name one act: the same lemma, or words of one line of the table. */
export const likeActs = (a: string, b: string): boolean => a === b || [...(byWord.get(a) ?? [])].some(i => byWord.get(b)?.has(i))

/** A name for the act that a head tells of: most words that `likeActs` joins have the same. */
export const actOf = (head: string): string => {
  const [first] = byWord.get(head) ?? []
  return first === undefined ? head : lines[first][0]
}

/** Whether a head stands in the table: it names an act that can be told apart from others. */
export const standsInTable = (head: string): boolean => byWord.has(head)

const LOSS = new Set(lines.slice(0, 3).flat())

/** Whether a head tells what an act cost: "killed", "casualties". */
export const isLoss = (head: string): boolean => LOSS.has(head)

const DEALING = /^(?:AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|REQUEST|ACCUSE|REJECT|THREATEN|SANCTION)$/

/** Whether a type is of acts of speech and dealings: who does them tells more of which is meant than where. */
export const isDealing = (type: string | null): boolean => DEALING.test(type ?? '')

/** Modes of one act as different reporters see it. */
const MODES = [
  ['aerial', 'drone', 'explosives', 'destroy', 'targeted', 'unconventional'],
  ['heavy-weapons', 'explosives', 'destroy', 'unconventional'],
  ['suicide-attack', 'explosives', 'destroy', 'targeted'],
  ['firearms', 'targeted', 'crowd-control', 'primitive'],
  ['seize', 'territory'],
  ['demo', 'riot', 'obstruct', 'vandalize'],
  ['withdraw', 'ceasefire', 'disarm'],
  ['visit', 'multilateral', 'third-party'],
  ['troops', 'weapons', 'militia'],
]

/** Whether two modes can be of one act; one that is not known can be any. */
export const likeModes = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b || MODES.some(line => line.includes(a) && line.includes(b))
