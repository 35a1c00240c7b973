import { useState } from 'preact/hooks'
import { queryOf } from '../address.ts'
import type { ExportRow } from '../answers.ts'
import { useAnswer } from '../api.ts'
import { address } from '../state.ts'

/** The forms in which what the filter leaves can be published, each with what it loses. */
export const Publish = () => {
  const [open, setOpen] = useState(false)
  const { data } = useAnswer<{ readonly rows: readonly ExportRow[] }>(open ? '/api/exports' : null)
  const query = queryOf(address.value.filter)
  return (
    <details class="publish" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>Publish as …</summary>
      <p class="soft">Private persons get initials, and no more than 25 words of a text are quoted in one piece.</p>
      <ul>
        {data?.rows.map(row => (
          <li key={row.name}>
            <a href={`/api/exports/${encodeURIComponent(row.name)}${query && `?${query}`}`} download>
              {row.name}
            </a>{' '}
            <span>{row.about}</span>
            {row.loses.length > 0 && <span class="soft"> It loses: {row.loses.join('; ')}.</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
