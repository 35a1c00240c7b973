import type { Judgement } from '../../model/incident.ts'
import type { LedgerClaim } from '../../model/ledger-claim.ts'
import { unjudge } from '../api.ts'
import { notice, revision } from '../state.ts'
import { counted } from '../words.ts'
import { claimWords } from './claim-line.tsx'

const VERDICTS = { same: 'one happening', different: 'different happenings', unsure: 'unsure' } as const
/** The program's judgements that are listed, the surest first. */
const LISTED = 30

/** What people and the program judged of an incident's claims, with the reasons; people's can be undone. */
export const Judgements = ({ judgements, claims }: { judgements: readonly Judgement[]; claims: readonly LedgerClaim[] }) => {
  const byKey = new Map(claims.map(c => [c.key, c]))
  const held = judgements.filter(j => j.undone === null)
  const people = held.filter(j => j.by !== 'program')
  const program = held
    .filter(j => j.by === 'program' && byKey.has(j.a) && byKey.has(j.b))
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  const words = (key: string): string => {
    const claim = byKey.get(key)
    return claim
      ? `${claimWords(claim)} (${claim.report.outlet ?? 'outlet unknown'})`
      : `a claim of another incident (${key.slice(0, 8)})`
  }
  return (
    <>
      {people.length > 0 && (
        <ul class="judged">
          {people.map(j => (
            <li key={j.id}>
              <p>
                <strong>{j.by}</strong>: {VERDICTS[j.verdict]}
                {j.at && <span class="soft">, {j.at.slice(0, 10)}</span>}
              </p>
              <p class="soft">
                {words(j.a)} <span aria-hidden="true">/</span>
                <span class="unseen">and</span> {words(j.b)}
              </p>
              <button
                type="button"
                onClick={async () => {
                  notice.value = await unjudge(j.id).then(
                    () => ({ words: 'Undone.', undo: null }),
                    error => ({ words: error.message, undo: null }),
                  )
                  revision.value++
                }}
              >
                Undo<span class="unseen"> the judgement of {j.by}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {program.length === 0 ? (
        <p class="soft">
          {claims.length > 1 ? 'No two of its claims were compared by the program.' : 'It is told by one claim alone.'}
        </p>
      ) : (
        <details>
          <summary>{counted(program.length, 'judgement')} of the program</summary>
          {program.length > LISTED && <p class="soft">The {LISTED} surest.</p>}
          <ul class="judged">
            {program.slice(0, LISTED).map(j => (
              <li key={j.id}>
                <p>
                  {VERDICTS[j.verdict]}
                  {j.score !== null && <span class="soft">, {Math.round(j.score * 100)} %</span>}: {words(j.a)}{' '}
                  <span aria-hidden="true">/</span>
                  <span class="unseen">and</span> {words(j.b)}
                </p>
                <p class="soft">
                  {j.reasons.map(r => `${r.what} (${r.weight > 0 ? '+' : ''}${r.weight.toFixed(1)})`).join(', ')}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
