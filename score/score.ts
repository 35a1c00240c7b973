import { parseArgs } from 'node:util'

/** What a task is given: its first path, all of its paths, and the options. */
interface Given {
  readonly file: string
  readonly files: readonly string[]
  readonly out: string | undefined
  readonly errors: boolean
  readonly raw: boolean
}

const TASKS = ['claims', 'time', 'place', 'attribution', 'root', 'tree', 'swap', 'peers', 'incidents']

const USAGE = `usage: npm run score -- TASK PATH... [--out FILE] [--errors] [--raw]
  claims DIR [--errors]   claims of annotated reports, one JSON file each
  time FILE               time expressions (TIMEX3)
  place FILE              place names and their coordinates
  attribution FILE        sources, cues and contents
  root FILE               the type of the event between a source and a target
  tree FILE [--raw]       dependency trees (CoNLL-U), from gold tokens or from raw text
  swap [FILE]             claims that change when sides, outlets or loaded words are exchanged
  incidents FILE          event mentions of many texts joined into happenings (ECB+)
  peers FILE...           time expressions: other tools on the same files
--out FILE writes the predictions.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    errors: { type: 'boolean', default: false },
    raw: { type: 'boolean', default: false },
  },
})
const [name, ...files] = positionals
if (!TASKS.includes(name ?? '') || (!files.length && name !== 'swap')) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}
const { run } = (await import(`./${name}.ts`)) as { run: (given: Given) => unknown }
const report = await run({ ...values, file: files[0], files, out: values.out })
if (typeof report === 'string') console.log(report)
