import type { Reason, Verdict } from '../../model/incident.ts'
import { isDealing, isLoss, likeActs, likeModes } from './acts.ts'
import type { Telling } from './telling.ts'
import { timing } from './when.ts'
import { nearness } from './where.ts'

/** What two tellings are judged to be. */
export interface Judged {
  readonly verdict: Verdict
  /** 0 to 1: how sure it is that they tell of one happening. */
  readonly score: number
  /** Heaviest first; weights are log-odds. */
  readonly reasons: readonly Reason[]
}

/** Log-odds from which two tellings are held to be of one happening, and below which not. */
const SAME = 0
const DIFFERENT = -1.5

/** Why two tellings cannot be of one happening whatever else they share; null when they can. Symmetric. */
export const conflictOf = (a: Telling, b: Telling): string | null => {
  if (a.type !== b.type) return [a.type, b.type].sort().join(' and ')
  if (a.actual !== b.actual) return 'one is done, the other planned or demanded'
  const when = timing(a, b)
  if (when.how === 'apart' || when.how === 'tally') return when.what
  const where = nearness(a.places, b.places)
  const speaker = isDealing(a.type) && shared(a.actors, b.actors).length > 0
  return where.how === 'far' && !speaker ? where.what : null
}

/** Whether two tellings are of one happening, and why. Symmetric; depends on nothing but the two. */
export const judge = (a: Telling, b: Telling): Judged => {
  const conflict = conflictOf(a, b)
  if (conflict) return { verdict: 'different', score: 0, reasons: [{ what: conflict, weight: -9 }] }
  const reasons = [
    START,
    ofDays(a, b),
    ofPlaces(a, b),
    ...ofAct(a, b),
    ...ofLoose(a, b),
    ...ofParties(a, b),
    ...ofFigures(a, b),
    ofWords(a, b),
    ofStory(a, b),
  ].filter(r => r.weight !== 0)
  const sum = reasons.reduce((s, r) => s + r.weight, 0)
  return {
    verdict: sum >= SAME ? 'same' : sum < DIFFERENT ? 'different' : 'unsure',
    score: 1 / (1 + Math.exp(-sum)),
    reasons: reasons.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || (x.what < y.what ? -1 : 1)),
  }
}

/** Most tellings are of different happenings. */
const START: Reason = { what: 'any two tellings', weight: -4 }

const ofDays = (a: Telling, b: Telling): Reason => {
  const { how, what } = timing(a, b)
  const stated = a.how === 'stated' && b.how === 'stated'
  return { what, weight: how === 'same' ? (stated ? 2.4 : 2) : how === 'adjacent' ? -0.2 : -0.5 }
}

const ofPlaces = (a: Telling, b: Telling): Reason => {
  const { how, what } = nearness(a.places, b.places)
  if (isDealing(a.type))
    return { what, weight: how === 'same' ? 1.2 : how === 'city' ? 0.9 : how === 'within' ? 0.6 : how === 'far' ? -1 : 0 }
  return { what, weight: { same: 2.8, city: 2, within: 0.8, country: -1, unknown: -1, far: -9 }[how] }
}

const ofAct = (a: Telling, b: Telling): Reason[] => {
  const named = a.head < b.head ? `${a.head}/${b.head}` : `${b.head}/${a.head}`
  const act: Reason =
    a.head === b.head
      ? { what: `same act: ${a.head}`, weight: 1 }
      : likeActs(a.head, b.head)
        ? { what: `like acts: ${named}`, weight: 0.7 }
        : isLoss(a.head) !== isLoss(b.head)
          ? { what: `act and loss: ${named}`, weight: 0.2 }
          : { what: `other acts: ${named}`, weight: -0.6 }
  if (!likeModes(a.mode, b.mode)) return [act, { what: `other means: ${[a.mode, b.mode].sort().join(', ')}`, weight: -1.6 }]
  return a.mode !== null && a.mode === b.mode ? [act, { what: `same means: ${a.mode}`, weight: 0.5 }] : [act]
}

/** A region has room for many acts of a day: unlike ones are hardly one happening. */
const ofLoose = (a: Telling, b: Telling): Reason[] =>
  nearness(a.places, b.places).how === 'within' && !isDealing(a.type) && !likeActs(a.head, b.head)
    ? [{ what: 'unlike acts in a wider place', weight: -0.8 }]
    : []

/** The parties in both lists; what is not known is no party. */
const shared = (a: readonly string[], b: readonly string[]): string[] =>
  a.filter(p => !p.startsWith('UNK') && b.includes(p)).sort()

const ofParties = (a: Telling, b: Telling): Reason[] => {
  // Of one act two sides may each name the other as its doer; two acts are fire and counter-fire.
  if (isSwapped(a, b)) return [{ what: 'doer and victim change places', weight: a.head === b.head ? 0.3 : -1.2 }]
  const dealing = isDealing(a.type)
  return [
    ofParty('doer', a.actors, b.actors, dealing ? [1.6, -2.5, -1.2] : [0.6, -0.9, 0]),
    ofParty('recipient', a.recipients, b.recipients, dealing ? [0.9, -0.9, 0] : [0.4, -0.4, 0]),
  ]
}

const isSwapped = (a: Telling, b: Telling): boolean =>
  a.actors.length > 0 &&
  b.actors.length > 0 &&
  !shared(a.actors, b.actors).length &&
  (shared(a.actors, b.recipients).length > 0 || shared(b.actors, a.recipients).length > 0)

/** Weights: they share one, they have none in common, one names none. */
type Weights = readonly [shared: number, apart: number, none: number]

const ofParty = (role: string, a: readonly string[], b: readonly string[], [both, apart, none]: Weights): Reason => {
  if (!a.length || !b.length) return { what: `no ${role}`, weight: none }
  const [common] = shared(a, b)
  if (common !== undefined) return { what: `same ${role}: ${common}`, weight: both }
  const state = a.some(p => b.some(q => p.slice(0, 3) === q.slice(0, 3) || p.startsWith('UNK') || q.startsWith('UNK')))
  return state ? { what: `like ${role}s`, weight: 0 } : { what: `other ${role}s`, weight: apart }
}

const ofFigures = (a: Telling, b: Telling): Reason[] => {
  const pairs = a.figures.flatMap(f => b.figures.filter(g => g.measure === f.measure).map(g => [f, g] as const))
  if (!pairs.length) return []
  const equal = pairs
    .filter(([f, g]) => f.low === g.low && f.high === g.high)
    .sort(([f], [g]) => (g.low ?? g.high ?? 0) - (f.low ?? f.high ?? 0))
  const [first] = equal
  // One report that gives two numbers mostly tells of two things, or of a part; two reports of a day may know more or less.
  const apart = a.report === b.report ? -0.6 : timing(a, b).how === 'adjacent' ? -1 : -0.2
  if (!first) return [{ what: 'other figures', weight: apart }]
  const n = first[0].low ?? first[0].high ?? 0
  return [{ what: `same figure: ${n} ${first[0].measure}`, weight: n >= 10 ? 2 : n >= 3 ? 1.2 : 0.3 }]
}

/** Share of the shorter list that is in the other, damped where it is short. */
const overlap = (a: readonly string[], b: readonly string[]): number => {
  const theirs = new Set(b)
  return a.filter(w => theirs.has(w)).length / (Math.min(a.length, b.length) + 3)
}

const ofWords = (a: Telling, b: Telling): Reason => {
  const share = overlap(a.words, b.words)
  return { what: `${Math.round(share * 100)} % of the words`, weight: Math.min(2, Math.max(-0.6, share * 5 - 0.7)) }
}

const ofStory = (a: Telling, b: Telling): Reason => {
  if (a.report === b.report) return { what: 'same report', weight: 0 }
  const share = overlap(a.story, b.story)
  return { what: `${Math.round(share * 100)} % of the story`, weight: Math.min(1.6, Math.max(-0.6, share * 5 - 0.9)) }
}
