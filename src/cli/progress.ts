import type { Effects } from './effects.ts'
import { cutTo, printable } from './format/width.ts'

/** Milliseconds before the first line is shown, and between two. */
const [PATIENCE, PACE] = [1500, 150]

/** A line on standard error that tells how far the work is; silent when that is no terminal. */
export interface Progress {
  /** Another report is done. */
  step(id: string): Promise<void>
  /** Shows a sentence in place of the count. */
  say(line: string): Promise<void>
  /** Takes the line away, before anything else is written. */
  clear(): Promise<void>
}

const SILENT: Progress = { step: async () => {}, say: async () => {}, clear: async () => {} }

/** The progress of a command that begins now. */
export const progressOf = (effects: Effects): Progress => {
  if (!effects.err.isTerminal) return SILENT
  const began = effects.now()
  let [done, shown, last] = [0, false, began + PATIENCE - PACE]
  const show = async (line: string): Promise<void> => {
    const now = effects.now()
    if (now - last < PACE) return
    last = now
    shown = true
    await effects.err.write(`\r\x1b[K${cutTo(printable(line), (effects.err.columns ?? 80) - 1)}`)
  }
  return {
    say: show,
    async step(id) {
      done++
      await show(`${done} reports read, ${((1000 * done) / (effects.now() - began)).toFixed(1)} a second · ${id}`)
    },
    async clear() {
      if (!shown) return
      shown = false
      await effects.err.write('\r\x1b[K')
    },
  }
}
