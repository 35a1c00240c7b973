import { childrenBy, conjuncts, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { Match } from './match.ts'

/** What force was used with -> the mode of ASSAULT; the first that fits decides. */
const MEANS: readonly (readonly [string, RegExp])[] = [
  ['suicide-attack', /^(?:suicide|kamikaze)$/],
  ['drone', /^(?:drone|uav|unmanned|quadcopter|shahed|bayraktar)s?$/],
  ['unconventional', /^(?:chlorine|sarin|chemical|nerve|gas|mustard|poison)$/],
  ['crowd-control', /^(?:teargas|tear|truncheon|baton)$/],
  [
    'aerial',
    /^(?:aircraft|warplane|jet|plane|helicopter|bomber|gunship|fighter-bomber|airforce|air|aerial|mig|f-16|phantom|airplane|chopper|napalm|warplanes|f-16s|sukhoi|mirage)$/,
  ],
  ['explosives', /^(?:bomb|mine|landmine|ied|dynamite|explosive|grenade|vbied|booby-trap|detonator|tnt|device)$/],
  [
    'heavy-weapons',
    /^(?:artillery|mortar|rocket|missile|shell|howitzer|cannon|tank|katyusha|torpedo(?:es?)?|warship|gunboat|destroyer|frigate|battery|grad|shrapnel|scud|exocet|silkworm|naval|launcher|speedboat|shellfire)$/,
  ],
  [
    'firearms',
    /^(?:gunfire|bullet|rifle|pistol|sniper|gunman|machinegun|machine-gun|machine|kalashnikov|gun|shotgun|small-arms|revolver|submachine)$/,
  ],
  ['primitive', /^(?:knife|machete|axe|stone|sword|rock|club|arson|petrol|spear)$/],
]

/** The mode of ASSAULT by the means named among the trigger's doers, modifiers and "with", "by", "in" phrases; or null. */
export const meansOf = (doc: Document, m: Match): string | null => {
  const { frame } = m
  const phrases = ['with', 'by', 'using', 'from'].flatMap(p => frame.prep.get(p) ?? [])
  const instruments = childrenBy(doc, m.head, 'advcl')
    .filter(c => /^(?:use|employ|fire)$/.test(lemmaOf(doc, c)))
    .flatMap(c => childrenBy(doc, c, 'obj').flatMap(o => conjuncts(doc, o)))
  const heads = [...frame.mods, ...phrases, ...instruments, ...frame.subj, ...(lemmaOf(doc, m.head) === 'fire' ? frame.obj : [])]
  const words = heads.flatMap(t => [t, ...childrenBy(doc, t, 'compound', 'amod')]).filter(t => t !== m.head)
  for (const [mode, pattern] of MEANS)
    if (words.some(t => pattern.test(lemmaOf(doc, t)) || pattern.test(wordOf(doc, t)))) return mode
  return null
}

const SOUGHT: Readonly<Record<string, string>> = {
  AID: 'assist',
  COOPERATE: 'assist',
  RETREAT: 'yield',
  CONSULT: 'meet',
  CONCEDE: 'change',
}
const THREATENED: Readonly<Record<string, string>> = { ASSAULT: 'violence', MOBILIZE: 'violence', SANCTION: 'relations' }
const FORCED: Readonly<Record<string, string>> = {
  restrict: 'restrict',
  arrest: 'arrest',
  territory: 'territory',
  deport: 'expel',
  expel: 'expel',
}

/** The mode of a demand, refusal or threat by the event that it is about; or null. */
export const modeOfContent = (type: string, content: { type: string; mode: string | null }): string | null => {
  if (type === 'REQUEST' || type === 'REJECT') return SOUGHT[content.type] ?? null
  if (type === 'THREATEN') return FORCED[content.mode ?? ''] ?? THREATENED[content.type] ?? null
  return null
}

/** A report's bare "strikes" and "raids" came from the air if it calls others of them so. */
export const withAirModes = <E extends { type: string; mode: string | null; span: { quote: string } }>(
  events: readonly E[],
): E[] => {
  if (!events.some(e => AIR.test(e.span.quote))) return [...events]
  return events.map(e => (e.type === 'ASSAULT' && !e.mode && BARE.test(e.span.quote) ? { ...e, mode: 'aerial' } : e))
}

const AIR = /\bair[ -]?(?:strike|raid)s?$/i
const BARE = /^(?:strike|raid)s?$/i
