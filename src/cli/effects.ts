import type { Knowledge } from '../reading/reading.ts'

/** A stream that text is written to. */
export interface Output {
  /** Resolves when more may be written. */
  write(text: string): Promise<void>
  readonly isTerminal: boolean
  /** Columns of the terminal; null when it is none. */
  readonly columns: number | null
  readonly colour: boolean
}

/** What a path is; null when there is nothing. */
export type PathKind = 'file' | 'folder' | null

/** All that a command does to the world: files, clock, terminal, knowledge. Tests inject their own. */
export interface Effects {
  readonly out: Output
  readonly err: Output
  kindOf(path: string): Promise<PathKind>
  /** Names within a folder. */
  list(folder: string): Promise<string[]>
  /** The bytes of a file, or of standard input for "-", in pieces. */
  bytes(path: string): AsyncIterable<Uint8Array>
  /** Milliseconds of a clock that only goes forward. */
  now(): number
  /** The time of day as an ISO string. */
  today(): string
  /** Calls `stop` when the user interrupts (Ctrl-C), once; gives what ends that. A second interrupt ends the process. */
  onInterrupt(stop: () => void): () => void
  loadKnowledge(): Promise<Knowledge>
}
