import type { Effects } from './effects.ts'

/** One request at a time for each host. */
export interface Turns {
  /** Runs `work` when the requests to `host` before it are done and `pause` milliseconds have gone by since the last. */
  take<T>(host: string, pause: number, work: () => Promise<T>): Promise<T>
}

export const createTurns = (effects: Pick<Effects, 'now' | 'sleep'>, signal?: AbortSignal): Turns => {
  const hosts = new Map<string, { ready: Promise<unknown>; last: number | null }>()
  return {
    take: (host, pause, work) => {
      const queue = hosts.get(host) ?? { ready: Promise.resolve(), last: null }
      hosts.set(host, queue)
      const turn = queue.ready.then(async () => {
        const left = queue.last === null ? 0 : queue.last + pause - effects.now()
        if (left > 0) await effects.sleep(left, signal)
        try {
          return await work()
        } finally {
          queue.last = effects.now()
        }
      })
      queue.ready = turn.catch(() => {})
      return turn
    },
  }
}
