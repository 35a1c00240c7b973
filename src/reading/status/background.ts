import type { ClaimDate } from '../../model/claim.ts'
import type { Status } from './status.ts'

/** Days before publication from which on a dated event counts as earlier context. */
const CONTEXT_DAYS = 3
const DAY = 86_400_000

/**
 * Whether a claim is told as earlier context, not as the report's news: it happened, or began, three days or more before
 * publication, or at a time that the report does not give. What is planned or demanded is never background.
 */
export const isBackground = (
  date: Pick<ClaimDate, 'from' | 'to'>,
  modality: Status['modality'],
  published: string | null,
): boolean => {
  if (modality === 'future' || !published) return false
  if (date.from === null && date.to === null) return modality === 'actual'
  const from = date.from ?? (date.to as string)
  return Date.parse(published) - Date.parse(from) >= CONTEXT_DAYS * DAY
}
