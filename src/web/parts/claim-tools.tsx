import type { LedgerClaim } from '../../model/ledger-claim.ts'
import { sayOfTwo } from '../correcting.ts'
import { mending } from '../mending.ts'
import { pick, picks, who } from '../state.ts'
import { claimWords } from './claim-line.tsx'

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
          disabled={!who.value.trim()}
          title={who.value.trim() ? undefined : 'Give your name first, below'}
          onClick={() => sayOfTwo(claim.key, beside, 'different')}
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
