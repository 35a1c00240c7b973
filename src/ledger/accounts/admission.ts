import type { LedgerClaim } from '../../model/ledger-claim.ts'
import type { Sides } from '../../model/sides.ts'
import { partyOf } from '../party.ts'

/** Acts that a party seldom tells of itself. */
const FORCE = /^(?:ASSAULT|COERCE)$/
/** Those whose loss is a party's own: its forces, not its civilians. */
const FORCES = /^(?:MIL|COP|SPY|REB|PRM|GOV)$/
const LOSS = /^(?:killed|injured|missing|captured|destroyed)$/

/** Whether a party asserts, in this claim of its own, an act of force that it did or a loss of its own forces. */
export const admitsOf = (claim: LedgerClaim, party: string, sides: Sides): boolean => {
  if (claim.polarity === 'negative' || claim.modality !== 'actual' || !FORCE.test(claim.type)) return false
  const acted = claim.actors.length === 1 && partyOf(claim.actors[0], sides) === party
  const lost =
    claim.quantities.some(q => LOSS.test(q.measure)) &&
    claim.recipients.some(r => FORCES.test(r.sector) && partyOf(r, sides) === party)
  return acted || lost
}
