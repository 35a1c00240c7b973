import { Command } from 'commander'
import { openLedger } from '../ledger/sqlite/open.ts'
import type { Sides } from '../model/sides.ts'
import type { Effects } from './effects.ts'
import { ledgerOption, withLedger } from './ledger-options.ts'

/** `hearsay sides`: shows or sets who sides with whom in a ledger. */
export const sidesCommand = (effects: Effects): Command =>
  new Command('sides')
    .description('show who sides with whom in a ledger, or set it from a file')
    .argument('[file]', 'YAML or JSON: conflict, and sides with name, codes, words, outlets')
    .addOption(ledgerOption())
    .addHelpText('after', HELP)
    .action(async (file: string | undefined, { ledger: path }: { ledger: string }) => {
      if (file === undefined) {
        await withLedger(path, effects, async ledger => effects.out.write(`${JSON.stringify(ledger.sides(), null, 2)}\n`))
        return
      }
      const sides = await readSides(file, effects)
      const ledger = openLedger(path)
      try {
        ledger.setSides(sides)
        while (ledger.settle() > 0);
      } finally {
        ledger.close()
      }
      await effects.out.write(`${sides.conflict}: ${sides.sides.map(s => s.name).join(', ')}.\n`)
    })

/** Reads a file of sides. Throws a sentence that names the file and the place when it is none. */
export const readSides = async (file: string, effects: Effects): Promise<Sides> => {
  const [{ parse }, { sidesSchema }] = await Promise.all([import('yaml'), import('../model/sides.schema.ts')])
  const pieces: Uint8Array[] = []
  for await (const piece of effects.bytes(file)) pieces.push(piece)
  let value: unknown
  try {
    value = parse(Buffer.concat(pieces).toString('utf8'))
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
  const result = sidesSchema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Error(`${file}: ${issue.path.length ? `${issue.path.join('.')}: ` : ''}${issue.message}`)
}

const HELP = `
A file of sides:
  conflict: August 2008 war in Georgia
  sides:
    - name: Georgia
      codes: [GEO]
    - name: Russia
      codes: [RUS]
      outlets: [Krasnaya Zvezda]

Who is named nowhere stands for itself. A side's words ("South Ossetian") are looked for in the names that reports use and go before codes.`
