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

/** What a request over the network says. */
export interface RequestInit {
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** All that a command does to the world: files, network, clock, terminal, knowledge. Tests inject their own. */
export interface Effects {
  readonly out: Output
  readonly err: Output
  kindOf(path: string): Promise<PathKind>
  /** Bytes of a file; null when that is not known. */
  sizeOf(path: string): Promise<number | null>
  /** Names within a folder. */
  list(folder: string): Promise<string[]>
  /** The bytes of a file, or of standard input for "-", in pieces. */
  bytes(path: string): AsyncIterable<Uint8Array>
  /** Asks for an http or https address; redirects are not followed. Rejects when there is no answer. */
  fetch(url: string, init: RequestInit): Promise<Response>
  /** The IP addresses of a host; none when it has none. */
  addresses(host: string): Promise<readonly string[]>
  /** Waits so many milliseconds, or until the signal is aborted. Never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Milliseconds of a clock that only goes forward. */
  now(): number
  /** The time of day as an ISO string. */
  today(): string
  /** Calls `stop` when the user interrupts (Ctrl-C), once; gives what ends that. A second interrupt ends the process. */
  onInterrupt(stop: () => void): () => void
  loadKnowledge(): Promise<Knowledge>
}
