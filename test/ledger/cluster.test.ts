import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cluster, clusterBy, type Edge } from '../../src/ledger/incidents/cluster.ts'

interface Thing {
  readonly key: string
  readonly published: string | null
  /** Where it stands on a line; null: anywhere. */
  readonly at: number | null
}

/** Things near each other are alike, far ones cannot be one, those without a place are a little like all. */
const compare = (a: Thing, b: Thing): { score: number } => {
  if (a.at === null || b.at === null) return { score: 0.6 }
  const gap = Math.abs(a.at - b.at)
  return { score: gap > 2 ? 0 : 0.9 - gap * 0.3 }
}

const things = (places: readonly (number | null)[]): Thing[] =>
  places.map((at, i) => ({ key: `k${String(i).padStart(2, '0')}`, published: null, at }))

const edgesOf = (list: readonly Thing[]): Edge[] =>
  list.flatMap((a, i) =>
    list.slice(i + 1).flatMap(b => {
      const { score } = compare(a, b)
      return score >= 0.5 ? [{ a: a.key, b: b.key, verdict: 'same' as const, score, by: 'program' }] : []
    }),
  )

const groupsOf = (list: readonly Thing[], edges: readonly Edge[], keys = list.map(t => t.key)): string[][] => {
  const byKey = new Map(list.map(t => [t.key, t]))
  return clusterBy(keys, edges, key => byKey.get(key) as Thing, compare)
}
const person = (a: string, b: string, verdict: Edge['verdict']): Edge => ({ a, b, verdict, score: null, by: 'Nino' })

test('near ones join, far ones do not', () =>
  expect(groupsOf(things([1, 1, 9]), edgesOf(things([1, 1, 9])))).toEqual([['k00', 'k01'], ['k02']]))

test('a vague one joins one of two that cannot be one, and chains nothing', () => {
  const list = things([1, 9, null])
  expect(groupsOf(list, edgesOf(list)).map(g => g.length)).toEqual([2, 1])
})

test('a conflict deep within a group parts', () => {
  const list = things([1, 2, 3, 4])
  for (const group of groupsOf(list, edgesOf(list))) {
    const at = group.map(k => list[Number(k.slice(1))].at as number)
    expect(Math.max(...at) - Math.min(...at)).toBeLessThanOrEqual(2)
  }
})

test('a person joins what the program would part', () =>
  expect(groupsOf(things([1, 9]), [person('k00', 'k01', 'same')])).toEqual([['k00', 'k01']]))

test('a person parts what the program would join, also by way of a third', () => {
  const list = things([1, 1, 1])
  const groups = groupsOf(list, [...edgesOf(list), person('k00', 'k02', 'different')])
  expect(groups).toHaveLength(2)
  expect(groups.find(g => g.includes('k00'))).not.toContain('k02')
})

test("a person's unsure takes back the program's judgement", () => {
  const list = things([1, 1])
  expect(groupsOf(list, [...edgesOf(list), person('k00', 'k01', 'unsure')])).toEqual([['k00'], ['k01']])
})

test('a copy follows what it copies and keeps nobody out', () => {
  const list = things([1, 9, 1])
  const copy: Edge = { a: 'k00', b: 'k01', verdict: 'same', score: 1, by: 'program' }
  expect(groupsOf(list, [...edgesOf(list), copy])).toEqual([['k00', 'k01', 'k02']])
})

test('keys without judgements stand alone; unknown keys are passed over', () =>
  expect(
    cluster(['b', 'a'], [{ a: 'a', b: 'gone', verdict: 'same', score: 0.9, by: 'program' }], () => {
      throw new Error('asked for a telling')
    }),
  ).toEqual([['a'], ['b']]))

const SOME = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { freq: 6 }), { minLength: 2, maxLength: 12 })

test('the order of keys and judgements, and which claim of a pair comes first, do not matter', () =>
  fc.assert(
    fc.property(
      SOME,
      fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom('same' as const, 'different' as const, 'unsure' as const)), {
        maxLength: 4,
      }),
      fc.infiniteStream(fc.nat()),
      fc.infiniteStream(fc.boolean()),
      (places, said, random, flip) => {
        const list = things(places)
        const keys = list.map(t => t.key)
        const people = said
          .filter(([a, b]) => a !== b && a < list.length && b < list.length)
          .map(([a, b, v]) => person(keys[a], keys[b], v))
        const edges = [...edgesOf(list), ...people]
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map(item => [random.next().value as number, item] as const)
            .sort(([x], [y]) => x - y)
            .map(([, item]) => item)
        const turned = shuffled(edges).map(e => (flip.next().value ? { ...e, a: e.b, b: e.a } : e))
        expect(groupsOf(list, turned, shuffled(keys))).toEqual(groupsOf(list, edges))
      },
    ),
    { numRuns: 300 },
  ))

test('every key is in one group, and no group holds a pair that cannot be one', () =>
  fc.assert(
    fc.property(SOME, places => {
      const list = things(places)
      const groups = groupsOf(list, edgesOf(list))
      expect(groups.flat().sort()).toEqual(list.map(t => t.key))
      for (const g of groups) {
        const at = g.flatMap(k => list[Number(k.slice(1))].at ?? [])
        expect(at.length ? Math.max(...at) - Math.min(...at) : 0).toBeLessThanOrEqual(2)
      }
    }),
  ))
