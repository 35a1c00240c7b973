import type { Incident } from '../model/incident.ts'
import type { Sided } from './sided.ts'

/** Disorder, event and sub-event type; "" where the claims do not tell. */
export interface AcledType {
  readonly disorder: string
  readonly event: string
  readonly sub: string
}

const VIOLENCE = 'Political violence'
const DEMONSTRATIONS = 'Demonstrations'
const STRATEGIC = 'Strategic developments'
const type = (disorder: string, event: string, sub: string): AcledType => ({ disorder, event, sub })
const remote = (sub: string): AcledType => type(VIOLENCE, 'Explosions/Remote violence', sub)
const civil = (sub: string): AcledType => type(VIOLENCE, 'Violence against civilians', sub)
const strategic = (sub: string): AcledType => type(STRATEGIC, STRATEGIC, sub)
const CLASH = type(VIOLENCE, 'Battles', 'Armed clash')
const UNTOLD = type(VIOLENCE, '', '')

/** Modes of ASSAULT that are a type of their own whoever is hit. */
const BY_MODE: Readonly<Record<string, AcledType>> = {
  unconventional: remote('Chemical weapon'),
  aerial: remote('Air/drone strike'),
  drone: remote('Air/drone strike'),
  'suicide-attack': remote('Suicide bomb'),
  'heavy-weapons': remote('Shelling/artillery/missile attack'),
  explosives: remote('Remote explosive/landmine/IED'),
  sexual: civil('Sexual violence'),
  abduct: civil('Abduction/forced disappearance'),
}

const OTHERS: Readonly<Record<string, AcledType>> = {
  'COERCE arrest': strategic('Arrests'),
  'COERCE seize': strategic('Other'),
  'RETREAT withdraw': strategic('Change to group/activity'),
  'RETREAT disarm': strategic('Change to group/activity'),
  'RETREAT ceasefire': strategic('Agreement'),
  'RETREAT release': strategic('Other'),
  'AGREE ': strategic('Agreement'),
  'MOBILIZE ': strategic('Change to group/activity'),
  'MOBILIZE troops': strategic('Change to group/activity'),
  'MOBILIZE weapons': strategic('Change to group/activity'),
  'MOBILIZE militia': strategic('Change to group/activity'),
  'PROTEST ': type(DEMONSTRATIONS, 'Protests', ''),
  'PROTEST demo': type(DEMONSTRATIONS, 'Protests', 'Peaceful protest'),
  'PROTEST hunger': type(DEMONSTRATIONS, 'Protests', 'Peaceful protest'),
  'PROTEST obstruct': type(DEMONSTRATIONS, 'Protests', 'Peaceful protest'),
  'PROTEST riot': type(DEMONSTRATIONS, 'Riots', 'Violent demonstration'),
  'PROTEST vandalize': type(DEMONSTRATIONS, 'Riots', 'Violent demonstration'),
}

/** The mapping as rows for people: PLOVER type and mode, ACLED's event and sub-event type. */
export const MAPPING: readonly (readonly [from: string, to: string])[] = [
  ...Object.entries(BY_MODE).map(([mode, t]) => [`ASSAULT ${mode}`, `${t.event}: ${t.sub}`] as const),
  ['ASSAULT destroy', 'Strategic developments: Looting/property destruction; against armed forces, Battles: Armed clash'],
  ['ASSAULT crowd-control', 'Protests: Protest with intervention; with dead or wounded, Excessive force against protesters'],
  [
    'ASSAULT, any other mode or none',
    'civilians hit: Violence against civilians: Attack; armed sides: Battles: Armed clash; else both left empty',
  ],
  [
    'COERCE territory',
    'state forces in their own state: Battles: Government regains territory; others: Non-state actor overtakes territory; actor untold: empty',
  ],
  ...Object.entries(OTHERS).map(
    ([from, t]) => [from.trim(), t.sub ? `${t.event}: ${t.sub}` : `${t.event}, sub-event type empty`] as const,
  ),
]

/** ACLED's types for an incident; null: ACLED does not record such events. */
export const acledType = (
  { type: of, mode, figures }: Incident,
  actors: readonly Sided[],
  recipients: readonly Sided[],
  country: string | null,
): AcledType | null => {
  if (of === 'COERCE' && mode === 'territory') return territory(actors[0], country)
  if (of !== 'ASSAULT') return OTHERS[`${of} ${mode ?? ''}`] ?? null
  const armed = recipients.some(isArmed)
  if (mode === 'destroy') return armed ? CLASH : strategic('Looting/property destruction')
  if (mode === 'crowd-control') {
    const hurt = figures.some(f => /^(?:killed|injured)$/.test(f.measure) && (f.high ?? f.low ?? 0) > 0)
    return hurt
      ? type(`${VIOLENCE}; ${DEMONSTRATIONS}`, 'Protests', 'Excessive force against protesters')
      : type(DEMONSTRATIONS, 'Protests', 'Protest with intervention')
  }
  return (
    BY_MODE[mode ?? ''] ??
    (armed || actors.filter(isArmed).length > 1 ? CLASH : recipients.length ? byVictims(recipients) : UNTOLD)
  )
}

const isArmed = ({ kind, sector }: Sided): boolean =>
  kind === 'rebel' || kind === 'militia' || (kind === 'state' && sector !== '')
const byVictims = (recipients: readonly Sided[]): AcledType =>
  recipients.every(r => r.kind === 'civilian') ? civil('Attack') : UNTOLD

const territory = (actor: Sided | undefined, country: string | null): AcledType => {
  if (!actor || actor.kind === 'other' || (actor.kind === 'state' && country === null)) return type(VIOLENCE, 'Battles', '')
  const own = actor.kind === 'state' && actor.code === country
  return type(VIOLENCE, 'Battles', own ? 'Government regains territory' : 'Non-state actor overtakes territory')
}

const KINDS = {
  rebel: 'Rebel group',
  militia: 'Political militia',
  other: 'External/Other forces',
  civilian: 'Civilians',
  state: 'State forces',
}
const NUMBERS: Readonly<Record<string, number>> = {
  'State forces': 1,
  'Rebel group': 2,
  'Political militia': 3,
  Rioters: 5,
  Protesters: 6,
  Civilians: 7,
  'External/Other forces': 8,
}

/** ACLED's kind of actor in words. State forces outside the state that the place is assigned to are external. */
export const interOf = (sided: Sided | undefined, event: string, country: string | null): string => {
  if (!sided || sided.code === 'UNK') return ''
  if (event === 'Protests' && sided.kind === 'civilian') return 'Protesters'
  if (event === 'Riots' && sided.kind === 'civilian') return 'Rioters'
  if (sided.kind === 'state' && country !== null && sided.code !== country) return KINDS.other
  return KINDS[sided.kind]
}

/** "State forces-Rebel group", the lower number first; "Rebel group only"; "" when nobody is told. */
export const interaction = (one: string, two: string): string => {
  const both = [one, two].filter(Boolean).sort((a, b) => NUMBERS[a] - NUMBERS[b])
  return both.length === 2 ? both.join('-') : both.length ? `${both[0]} only` : ''
}
