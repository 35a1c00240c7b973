import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { loadKnowledge } from '../src/load.ts'
import type { Claim } from '../src/model/claim.ts'
import { type Knowledge, read } from '../src/reading/reading.ts'

interface Side {
  readonly name: string
  readonly adj: string
  readonly people: string
  readonly capital: string
}
interface Templates {
  readonly words: Readonly<Record<string, readonly string[]>>
  readonly pairs: readonly { readonly A: Side; readonly B: Side }[]
  readonly outlets: readonly [string, string]
  readonly templates: readonly {
    readonly id: string
    readonly published: string
    readonly headline: string
    readonly text: string
  }[]
}

/** One claim that came out otherwise when sides, outlet or words were exchanged. */
export interface Flip {
  readonly report: string
  readonly change: string
  readonly expected: string
  readonly got: string
}

const fill = (text: string, sides: { A: Side; B: Side }, words: Templates['words'], pick: number): string =>
  text
    .replace(/\{([AB])\.(name|adj|people|capital)\}/g, (_, side: 'A' | 'B', key: keyof Side) => sides[side][key])
    .replace(/\{word:(\w+)\}/g, (_, key: string) => words[key][pick % words[key].length])

/** What must not move: all but the loaded words themselves, with the two sides' codes told apart as A and B. */
const essence = (claim: Claim, codes: Readonly<Record<string, string>>): string => {
  const code = (p: { code: string }) => codes[p.code] ?? p.code
  return JSON.stringify([
    claim.type,
    claim.mode,
    claim.actors.map(code).sort(),
    claim.recipients.map(code).sort(),
    claim.places.map(p => codes[p.code ?? ''] ?? p.name).sort(),
    [claim.date.from, claim.date.to],
    claim.polarity,
    claim.modality,
    claim.quantities.map(q => [q.measure, q.low, q.high]),
    claim.attribution.map(code),
    claim.background,
  ])
}

/** Reads every template with every pair as it stands, exchanged, with the other outlet and with the other words. */
export const swapTest = (templates: Templates, knowledge: Knowledge): { claims: number; flips: Flip[] } => {
  const flips: Flip[] = []
  let claims = 0
  const codeOf = (side: Side) =>
    read(reportOf('code', '2020-01-01', `${side.name} attacked the port of Suez on Monday.`, null), knowledge).claims[0]
      ?.actors[0]?.code ?? side.name
  for (const pair of templates.pairs) {
    const [a, b] = [codeOf(pair.A), codeOf(pair.B)]
    for (const { id, published, headline, text } of templates.templates) {
      const run = (sides: { A: Side; B: Side }, outlet: string, pick: number) => {
        const codes = sides.A === pair.A ? { [a]: 'A', [b]: 'B' } : { [b]: 'A', [a]: 'B' }
        const [h, t] = [headline, text].map(s => fill(s, sides, templates.words, pick))
        return read(reportOf(id, published, `${h}\n\n${t}`, h, outlet), knowledge).claims.map(c => essence(c, codes))
      }
      const base = run(pair, templates.outlets[0], 0)
      const variants: [string, string[]][] = [
        ['sides exchanged', run({ A: pair.B, B: pair.A }, templates.outlets[0], 0)],
        ['other outlet', run(pair, templates.outlets[1], 0)],
        ...[1, 2, 3].map((n): [string, string[]] => [`words ${n}`, run(pair, templates.outlets[0], n)]),
      ]
      for (const [change, got] of variants) {
        claims += base.length
        for (let i = 0; i < Math.max(base.length, got.length); i++)
          if (base[i] !== got[i])
            flips.push({
              report: `${id} ${pair.A.name}/${pair.B.name}`,
              change,
              expected: base[i] ?? 'none',
              got: got[i] ?? 'none',
            })
      }
    }
  }
  return { claims, flips }
}

const reportOf = (id: string, published: string, text: string, headline: string | null, outlet: string | null = null) =>
  ({ id, outlet, published, publishedBy: 'given', headline, text, url: null, archive: null }) as const

/** `npm run score -- swap [FILE]`: prints the claims compared, the flips and their share. Exit code 1 when there is one. */
export const run = ({ file }: { file: string | null }): void => {
  const path = file ?? new URL('../samples/swap/templates.yaml', import.meta.url)
  const { claims, flips } = swapTest(parse(readFileSync(path, 'utf8')), loadKnowledge())
  for (const f of flips) console.log(`${f.report}, ${f.change}\n  expected ${f.expected}\n  got      ${f.got}`)
  console.log(
    `swap test: ${claims} claims compared, ${flips.length} flips (${claims ? ((100 * flips.length) / claims).toFixed(1) : 0} %)`,
  )
  if (flips.length) process.exitCode = 1
}
