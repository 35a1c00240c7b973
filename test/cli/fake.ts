import type { Effects, Output } from '../../src/cli/effects.ts'
import { main } from '../../src/cli/main.ts'
import { knowledge } from '../house/reports.ts'

/** Files by path; folders are what their paths imply. */
export type Files = Readonly<Record<string, string | Uint8Array>>

export interface Terminal {
  readonly isTerminal?: boolean
  readonly columns?: number
  readonly colour?: boolean
}

/** Runs the command line on a world of its own and tells what it wrote. */
export const run = async (
  args: readonly string[],
  files: Files = {},
  terminal: Terminal = {},
): Promise<{ code: number; out: string; err: string }> => {
  const [out, err] = [outputOf(terminal), outputOf(terminal)]
  let clock = 0
  const effects: Effects = {
    out: out.output,
    err: err.output,
    kindOf: async path =>
      path in files ? 'file' : Object.keys(files).some(f => f.startsWith(`${path.replace(/\/$/, '')}/`)) ? 'folder' : null,
    list: async folder => [
      ...new Set(
        Object.keys(files)
          .filter(f => f.startsWith(`${folder}/`))
          .map(f => f.slice(folder.length + 1).split('/')[0]),
      ),
    ],
    async *bytes(path) {
      const content = files[path]
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      // Two pieces, so that what is read does not hang on where a stream happens to be cut.
      yield bytes.subarray(0, bytes.length >> 1)
      yield bytes.subarray(bytes.length >> 1)
    },
    now: () => {
      clock += 1000
      return clock
    },
    today: () => '2026-11-25T12:00:00.000Z',
    onInterrupt: () => () => {},
    loadKnowledge: async () => knowledge(),
  }
  const code = await main(args, effects)
  return { code, out: out.text(), err: err.text() }
}

const outputOf = ({ isTerminal = false, columns, colour = false }: Terminal): { output: Output; text: () => string } => {
  let written = ''
  const output: Output = {
    write: async text => {
      written += text
    },
    isTerminal,
    columns: columns ?? null,
    colour,
  }
  return { output, text: () => written }
}

export const BORDER = `Shells hit border town, army says

ASMARA, June 4, 1999 (Red Sea Wire) -- Ethiopian artillery shelled the town of Senafe on Friday, killing five people, the Eritrean army said.

Ethiopia denied that it had shelled Senafe.
`
