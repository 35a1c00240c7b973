import { writeFileSync } from 'node:fs'
import { clusterBy, type Edge } from '../src/ledger/incidents/cluster.ts'
import { loadEnglish } from '../src/load.ts'
import { type Partition, scoreClusters } from './coreference.ts'
import { readRows } from './measure.ts'
import { type Mention, mentionJudge, mentionsOf, type Row } from './mentions.ts'
import { storiesOf } from './stories.ts'

/**
 * Joins gold event mentions of many texts (ECB+) and scores the groups. These mentions have no type, day or place, so what is measured
 * is the table of acts, the likeness of stories and the joining, not `judge`'s weights for days and places. Topics are not given.
 * Returns the printed report.
 */
export const run = ({ file, out }: { file: string; out?: string | undefined }): string => {
  const rows = readRows<Row>(file)
  const english = loadEnglish()
  const mentions = rows.flatMap((row, i) => mentionsOf(row, i, english))
  const stories = storiesOf(rows.map(r => r.text))
  const found = joined(mentions, mentionJudge(mentions, stories))
  if (out) writeFileSync(out, found.map(keys => `${JSON.stringify(keys)}\n`).join(''))
  const gold = partition(mentions, m => m.gold)
  return [
    `${rows.length} texts, ${mentions.length} mentions, ${gold.length} happenings; ${new Set(stories.of).size} stories found, ${found.length} incidents`,
    '                                        MUC    B3  CEAF-e CoNLL F1',
    line('joined by our judgements', gold, found),
    line(
      'same stem within our stories',
      gold,
      partition(mentions, m => `${stories.of[m.row]} ${m.head}`),
    ),
    line(
      'same stem within the topic (given)',
      gold,
      partition(mentions, m => `${rows[m.row].topic} ${m.head}`),
    ),
    line(
      'nothing joined',
      gold,
      partition(mentions, m => m.key),
    ),
  ].join('\n')
}

const partition = (mentions: readonly Mention[], by: (m: Mention) => string): Partition =>
  [...Map.groupBy(mentions, by).values()].map(group => group.map(m => m.key))

const line = (name: string, gold: Partition, found: Partition): string => {
  const { muc, b3, ceaf, conll } = scoreClusters(gold, found)
  return `${name.padEnd(36)} ${[muc, b3, ceaf, conll].map(x => x.toFixed(1).padStart(6)).join(' ')}`
}

const joined = (mentions: readonly Mention[], judge: ReturnType<typeof mentionJudge>): Partition => {
  const byKey = new Map(mentions.map(m => [m.key, m]))
  const edges = mentions.flatMap((a, i) =>
    mentions.slice(i + 1).flatMap((b): Edge[] => {
      const { verdict, score } = judge(a, b)
      return verdict === 'same' ? [{ a: a.key, b: b.key, verdict, score, by: 'program' }] : []
    }),
  )
  const told = (key: string): Mention => byKey.get(key) as Mention
  return clusterBy([...byKey.keys()], edges, told, judge)
}
