import type { Verdict } from '../../model/incident.ts'
import { sayOfTwo } from '../correcting.ts'
import { picks, who } from '../state.ts'
import { NameField } from './name-field.tsx'

const CHOICES: readonly (readonly [Verdict, string])[] = [
  ['same', 'Same happening'],
  ['different', 'Different'],
  ['unsure', 'Unsure'],
]

/** The claims that are picked, at the foot of the page, and what can be said of them. They stay picked from view to view. */
export const Compare = () => {
  const picked = picks.value
  if (!picked.length) return null
  const say = async (verdict: Verdict) => {
    if (await sayOfTwo(picked[0].key, picked[1].key, verdict)) picks.value = []
  }
  const ready = picked.length === 2 && who.value.trim() !== ''
  return (
    <section class="compare" aria-label="Compare two claims">
      <ol>
        {picked.map(p => (
          <li key={p.key}>{p.words}</li>
        ))}
        {picked.length < 2 && <li class="soft">Pick a second claim, here or in another incident.</li>}
      </ol>
      <div class="choices">
        {picked.length === 2 && <NameField />}
        {picked.length === 2 &&
          CHOICES.map(([verdict, words]) => (
            <button type="button" key={verdict} disabled={!ready} onClick={() => say(verdict)}>
              {words}
            </button>
          ))}
        <button
          type="button"
          class="plain"
          onClick={() => {
            picks.value = []
          }}
        >
          Let go
        </button>
      </div>
    </section>
  )
}
