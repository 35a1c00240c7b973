import { useEffect, useState } from 'preact/hooks'
import type { Verdict } from '../model/incident.ts'
import type { Changes, Correction } from './answers.ts'
import { revision } from './state.ts'

/** A sentence of the server on why something was not done. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

const asked = async <T>(path: string, init: RequestInit): Promise<T> => {
  const answer = await fetch(path, init).catch(error => {
    if (init.signal?.aborted) throw error
    throw new Refused(0, 'The desk does not answer. Is `hearsay desk` still running?')
  })
  const body = (await answer.json().catch(() => null)) as (T & { readonly error?: string }) | null
  if (!answer.ok || body === null) throw new Refused(answer.status, body?.error ?? `The desk answered with ${answer.status}.`)
  return body
}

/** Asks the server; throws `Refused`. */
export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => asked<T>(path, signal ? { signal } : {})

const HEADERS = { 'content-type': 'application/json' }
export const post = <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  asked<T>(path, { method: 'POST', headers: HEADERS, body: JSON.stringify(body), ...(signal && { signal }) })
export const remove = <T>(path: string): Promise<T> => asked<T>(path, { method: 'DELETE', headers: HEADERS })

/** What is known of an answer so far. While it is asked for anew, `data` is the one before. */
export interface Answer<T> {
  readonly data: T | null
  readonly error: string | null
  readonly loading: boolean
}

const NOTHING: Answer<never> = { data: null, error: null, loading: true }
/** The last answers, shown at once on the way back while they are asked for anew. */
const kept = new Map<string, unknown>()
const KEPT = 24

const keep = (path: string, data: unknown): void => {
  kept.delete(path)
  kept.set(path, data)
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
}

/** Milliseconds by which what stands beside a list waits, so that the list is asked for first. */
export const LATER = 25

/**
 * The answer to a path, asked again when it changes or something was corrected; null asks nothing. `patience`: milliseconds to wait
 * before asking.
 */
export const useAnswer = <T>(path: string | null, patience = 0): Answer<T> => {
  const [answer, setAnswer] = useState<Answer<T>>(() =>
    path && kept.has(path) ? { ...NOTHING, data: kept.get(path) as T } : NOTHING,
  )
  const at = revision.value
  useEffect(() => {
    if (path === null) return
    const stop = new AbortController()
    setAnswer(before => ({ ...before, loading: true }))
    const told = (data: T) => {
      keep(path, data)
      setAnswer({ data, error: null, loading: false })
    }
    const refused = (error: Error) => {
      if (!stop.signal.aborted) setAnswer({ data: null, error: error.message, loading: false })
    }
    const ask = () => get<T>(path, stop.signal).then(told, refused)
    const timer = patience ? setTimeout(ask, patience) : void ask()
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [path, at, patience])
  return answer
}

/** A person's word on two claims. */
export const judge = (a: string, b: string, verdict: Verdict, by: string): Promise<{ readonly id: number }> =>
  post('/api/judgements', { a, b, verdict, by })
export const unjudge = (id: number): Promise<unknown> => remove(`/api/judgements/${id}`)

/** A person's word on one claim: wrong, or what it should say. */
export const correct = (claim: string, changes: Changes | null, by: string, note: string): Promise<Correction> =>
  post('/api/corrections', {
    claim,
    verdict: changes ? 'mended' : 'wrong',
    by,
    ...(changes && { changes }),
    ...(note && { note }),
  })
export const uncorrect = (id: number): Promise<unknown> => remove(`/api/corrections/${id}`)
