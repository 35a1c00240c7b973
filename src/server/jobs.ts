import type { AddingStep, AddingWatch } from './desk.ts'

/** A work that goes on by itself, as it stands. */
export interface Job extends AddingStep {
  readonly id: string
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  /** Sentences on what could not be read, the last 100. */
  readonly messages: readonly string[]
  /** What goes on just now, or why it failed. */
  readonly note: string | null
}

/** The works of one server: one runs at a time, the others wait. */
export interface Jobs {
  start(work: (watch: AddingWatch) => Promise<void>): Job
  get(id: string): Job | null
  /** Stops one, or keeps it from starting; gives it as it then stands, or null when there is none. */
  cancel(id: string): Job | null
  /** Stops all; resolves when nothing runs. */
  close(): Promise<void>
}

/** How many ended jobs, and how many messages of one, are remembered. */
const [REMEMBERED, MESSAGES] = [50, 100]
const NOTHING: Omit<Job, 'id'> = {
  state: 'running',
  done: 0,
  total: null,
  added: 0,
  known: 0,
  reread: 0,
  failed: 0,
  messages: [],
  note: null,
}

/** Jobs with ids from `idOf`. `fault` is told of errors that are faults of the program. */
export const jobsOf = (idOf: () => string, fault: (error: unknown) => void): Jobs => {
  const jobs = new Map<string, Job>()
  const stops = new Map<string, AbortController>()
  let last: Promise<void> = Promise.resolve()
  const set = (id: string, changes: Partial<Job>): void => void jobs.set(id, { ...jobs.get(id)!, ...changes })

  const run = async (id: string, work: (watch: AddingWatch) => Promise<void>, { signal }: AbortController): Promise<void> => {
    try {
      if (!signal.aborted)
        await work({
          signal,
          step: step => set(id, step),
          say: note => set(id, { note }),
          failed: sentence => set(id, { messages: [...jobs.get(id)!.messages, sentence].slice(-MESSAGES) }),
        })
      set(id, { state: signal.aborted ? 'stopped' : 'done', note: null })
    } catch (error) {
      fault(error)
      set(id, { state: 'failed', note: 'A fault stopped it; whoever runs the desk can see more.' })
    }
    stops.delete(id)
    for (const old of [...jobs.keys()].filter(k => !stops.has(k)).slice(0, -REMEMBERED)) jobs.delete(old)
  }

  return {
    start: work => {
      const [id, stop] = [idOf(), new AbortController()]
      jobs.set(id, { id, ...NOTHING })
      stops.set(id, stop)
      last = last.then(() => run(id, work, stop))
      return jobs.get(id)!
    },
    get: id => jobs.get(id) ?? null,
    cancel: id => {
      stops.get(id)?.abort()
      return jobs.get(id) ?? null
    },
    close: async () => {
      for (const stop of stops.values()) stop.abort()
      await last
    },
  }
}
