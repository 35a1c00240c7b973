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

/** The progress of a command that begins now. `share`: how much of the work is done, 0 to 1, or null when nobody knows. */
export const progressOf = (effects: Effects, share: () => number | null = () => null): Progress => {
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
      const seconds = (effects.now() - began) / 1000
      await show(`${barOf(share(), seconds)}${done} reports read, ${(done / seconds).toFixed(1)} a second · ${id}`)
    },
    async clear() {
      if (!shown) return
      shown = false
      await effects.err.write('\r\x1b[K')
    },
  }
}

const CELLS = 20

/** A bar with the time that is left at this pace; empty while the share is not known. */
const barOf = (share: number | null, seconds: number): string => {
  if (share === null || share <= 0) return ''
  const full = Math.min(CELLS, Math.round(share * CELLS))
  const left = (seconds / share) * (1 - share)
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${Math.floor(100 * Math.min(1, share))} % · ${timeOf(left)} left · `
}

const timeOf = (seconds: number): string =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`
