import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadKnowledge } from '../src/load.ts'
import type { Claim } from '../src/model/claim.ts'
import { type Report, reportOf } from '../src/model/report.ts'
import { read } from '../src/reading/reading.ts'
import { type Counts, line } from './measure.ts'
import { core, datedCore, SLOTS, type Slot } from './slots.ts'

interface GoldReport extends Report {
  readonly claims: readonly Claim[]
}

/** One difference between gold and prediction. */
interface Difference {
  readonly report: string
  readonly slot: string
  readonly trigger: string
  readonly at: number
  readonly gold?: unknown
  readonly predicted?: unknown
}

/** Reads every annotated report of a folder (one JSON file each) and scores the claims. Returns the printed report. */
export const run = ({ file, out, errors }: { file: string; out?: string; errors?: boolean }): string => {
  const knowledge = loadKnowledge()
  const gold = readdirSync(file)
    .filter(f => f.endsWith('.json'))
    .sort()
    .map(f => JSON.parse(readFileSync(join(file, f), 'utf8')) as GoldReport)
  const predicted = gold.map(({ claims: _, ...report }) => read(reportOf(report), knowledge))
  if (out) writeFileSync(out, predicted.map(p => `${JSON.stringify(p)}\n`).join(''))
  const { scores, differences } = scoreClaims(
    gold,
    predicted.map(p => p.claims),
  )
  const lines = [`${gold.length} reports`, ...[...scores].map(([name, counts]) => line(name, counts))]
  return [...lines, ...(errors ? differences.map(d => JSON.stringify(d)) : [])].join('\n')
}

/**
 * Scores predicted claims, one list per gold report. Claims are aligned one to one by their triggers: overlapping, or of one type
 * and at most 30 characters apart. A value is right only where its claims are aligned; a missed claim misses all of its values
 * and a spurious one adds its values as wrong, so that every measure is over the whole text (as in MUC scoring).
 */
export const scoreClaims = (
  gold: readonly GoldReport[],
  predicted: readonly (readonly Claim[])[],
): { scores: Map<string, Counts>; differences: Difference[] } => {
  const scores = new Map<string, Counts>()
  const differences: Difference[] = []
  const add = (name: string, hit: number, inGold: number, found: number) => {
    const before = scores.get(name) ?? { hit: 0, gold: 0, found: 0 }
    scores.set(name, { hit: before.hit + hit, gold: before.gold + inGold, found: before.found + found })
  }
  gold.forEach((report, i) => {
    const pairs = alignClaims(report.claims, predicted[i])
    add('trigger', pairs.length, report.claims.length, predicted[i].length)
    const equal = (key: (c: Claim) => string) => pairs.filter(([g, p]) => key(g) === key(p)).length
    add('CORE CLAIM', equal(core), report.claims.length, predicted[i].length)
    add('CORE CLAIM + DAY', equal(datedCore), report.claims.length, predicted[i].length)
    const [paired, pairedPredicted] = [new Set(pairs.map(p => p[0])), new Set(pairs.map(p => p[1]))]
    const missed = report.claims.filter(c => !paired.has(c))
    const spurious = predicted[i].filter(c => !pairedPredicted.has(c))
    for (const slot of SLOTS) {
      for (const [g, p] of pairs) {
        const [values, others] = [slot.values(g), slot.values(p)]
        const hit = matches(slot, values, others)
        add(slot.name, hit, values.length, others.length)
        if (hit < values.length || hit < others.length)
          differences.push({
            report: report.id,
            slot: slot.name,
            trigger: g.trigger.quote,
            at: g.trigger.start,
            gold: values,
            predicted: others,
          })
      }
      for (const c of missed) add(slot.name, 0, slot.values(c).length, 0)
      for (const c of spurious) add(slot.name, 0, 0, slot.values(c).length)
    }
    for (const c of missed)
      differences.push({ report: report.id, slot: 'missed', trigger: c.trigger.quote, at: c.trigger.start, gold: c.type })
    for (const c of spurious)
      differences.push({ report: report.id, slot: 'spurious', trigger: c.trigger.quote, at: c.trigger.start, predicted: c.type })
  })
  return { scores, differences }
}

/** How many of the values of `a` have an equal in `b`, one to one. */
const matches = ({ equal }: Slot, a: readonly unknown[], b: readonly unknown[]): number => {
  const same = equal ?? Object.is
  const left = [...b]
  return a.filter(value => {
    const k = left.findIndex(other => same(value as never, other as never))
    if (k >= 0) left.splice(k, 1)
    return k >= 0
  }).length
}

/** Gold and predicted claims whose triggers meet, one to one: overlapping ones first, then those of one type, then the nearest. */
const alignClaims = (gold: readonly Claim[], predicted: readonly Claim[]): [Claim, Claim][] => {
  const candidates = gold.flatMap((g, i) =>
    predicted.flatMap((p, j) => {
      const overlap = g.trigger.start < p.trigger.end && p.trigger.start < g.trigger.end
      const gap = Math.abs(g.trigger.start - p.trigger.start)
      if (!overlap && (g.type !== p.type || gap > 30)) return []
      return [{ i, j, cost: (overlap ? 0 : 1000) + (g.type === p.type ? 0 : 500) + gap }]
    }),
  )
  const [usedGold, usedPredicted] = [new Set<number>(), new Set<number>()]
  return candidates
    .sort((a, b) => a.cost - b.cost)
    .filter(({ i, j }) => {
      if (usedGold.has(i) || usedPredicted.has(j)) return false
      usedGold.add(i)
      usedPredicted.add(j)
      return true
    })
    .map(({ i, j }) => [gold[i], predicted[j]])
}
