import type { LedgerClaim } from '../../model/ledger-claim.ts'
import { sayOfTwo } from '../correcting.ts'
import { mending } from '../mending.ts'
import { notice, pick, picks, who } from '../state.ts'
import { claimWords } from './claim-line.tsx'

const askName = () => {
  notice.value = { words: 'Give your name first.', undo: null }
  document.querySelector<HTMLInputElement>('.byName input')?.focus()
}

/** What a person can say of one claim. `beside`: key of another claim of its incident, to part it from; null where it is alone. */
export const ClaimTools = ({ claim, beside }: { claim: LedgerClaim; beside?: string | null }) => {
  const words = claimWords(claim)
  const picked = picks.value.some(p => p.key === claim.key)
  return (
    <span class="claimTools">
      <button
        type="button"
        data-pick
        aria-pressed={picked}
        aria-label={`Compare: ${words}`}
        onClick={() => pick({ key: claim.key, words: `${words} (${claim.report.outlet ?? 'outlet unknown'})` })}
      >
        Compare
      </button>
      {beside && (
        <button
          type="button"
          aria-label={`Not this happening: ${words}`}
          onClick={() => (who.value.trim() ? sayOfTwo(claim.key, beside, 'different') : askName())}
        >
          Not this happening
        </button>
      )}
      <button
        type="button"
        aria-label={`Correct: ${words}`}
        onClick={() => {
          mending.value = claim
        }}
      >
        Correct …
      </button>
    </span>
  )
}
