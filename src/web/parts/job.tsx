import { useEffect, useState } from 'preact/hooks'
import type { Job } from '../answers.ts'
import { get, remove } from '../api.ts'
import { spoken } from '../state.ts'
import { counted } from '../words.ts'
import { Link } from './link.tsx'

/** Milliseconds between two looks at a job. */
const BEAT = 400

const STATES = { running: 'Adding …', done: 'Added.', stopped: 'Stopped.', failed: 'It failed.' } as const

/** A job of adding: how far it is, and how to stop it. */
export const Jobs = ({ first, ended }: { first: Job; ended: () => void }) => {
  const [job, setJob] = useState(first)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    if (job.state !== 'running') {
      spoken.value = `${STATES[job.state]} ${countsOf(job)}`
      ended()
      return
    }
    const timer = setTimeout(
      () =>
        get<Job>(`/api/jobs/${job.id}`).then(setJob, error => {
          setTrouble(error.message)
        }),
      BEAT,
    )
    return () => clearTimeout(timer)
  }, [job])
  return (
    <section class="job" aria-label="Progress of adding">
      <p>
        <strong>{STATES[job.state]}</strong> {countsOf(job)}
        {job.note && <span class="soft"> {job.note}</span>}
      </p>
      {job.state === 'running' && (
        <p>
          <progress aria-label="Adding" {...(job.total === null ? {} : { max: job.total, value: job.done })} />{' '}
          <button type="button" onClick={() => remove<Job>(`/api/jobs/${job.id}`).then(setJob, e => setTrouble(e.message))}>
            Stop
          </button>
        </p>
      )}
      {job.messages.length > 0 && (
        <details open={job.messages.length < 6}>
          <summary>{counted(job.messages.length, 'message')}</summary>
          <ul>
            {job.messages.map(m => (
              <li key={m}>{m}</li>
            ))}
          </ul>
        </details>
      )}
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {job.state !== 'running' && (
        <p>
          <Link href="/reports">To the reports</Link>
        </p>
      )}
    </section>
  )
}

const countsOf = ({ added, known, reread, failed }: Job): string =>
  [
    `${counted(added, 'report')} added`,
    ...(known ? [`${known} known already`] : []),
    ...(reread ? [`${reread} read anew`] : []),
    ...(failed ? [`${failed} could not be read`] : []),
  ].join(', ')
