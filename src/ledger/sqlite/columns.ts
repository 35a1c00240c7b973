import type { Claim, Participant } from '../../model/claim.ts'
import type { Sides } from '../../model/sides.ts'
import { tellerOf } from '../accounts/accounts.ts'
import { finestPlace } from '../finest.ts'
import { partyOf } from '../party.ts'
import type { Database } from './database.ts'
import { mendedClaim, type Row } from './rows.ts'

/** Lower-case words that a filter looks in. */
const searchable = (words: readonly (string | null)[]): string =>
  [...new Set(words.flatMap(w => w?.toLowerCase() ?? []))].join('\n')

/** Writes what lists are narrowed by, from a claim as it stands now: after reading, mending, or a change of sides. */
export const writeColumns = (db: Database, n: number, sides: Sides): void => {
  const row = db.get(
    'SELECT x.record, x.mended, c.first_told, r.outlet FROM claim c JOIN claim_text x ON x.claim = c.n JOIN report r ON r.n = c.report WHERE c.n = ?',
    n,
  ) as Row
  const claim = mendedClaim(row)
  const outlet = row.outlet as string | null
  const point = finestPlace(claim.places)
  const teller = tellerOf({ attribution: claim.attribution, report: { outlet } as never }, sides)
  db.run(
    `UPDATE claim SET type = ?, actual = ?, negative = ?, background = ?, day_from = ?, day_to = ?, lat = ?, lon = ?, places = ?,
     sources = ?, teller = ?, source = ? WHERE n = ?`,
    claim.type,
    Number(claim.modality === 'actual'),
    Number(claim.polarity === 'negative'),
    Number(claim.background || row.first_told !== null),
    claim.date.from,
    claim.date.to,
    point?.lat ?? null,
    point?.lon ?? null,
    searchable(claim.places.flatMap(p => [p.name, p.quote])),
    searchable([...claim.attribution.map(a => a.quote), outlet]),
    teller.party,
    teller.source,
    n,
  )
  db.run('DELETE FROM claim_party WHERE claim = ?', n)
  for (const [role, party] of rolesOf(claim, teller.party, sides))
    db.run('INSERT OR IGNORE INTO claim_party VALUES (?, ?, ?)', n, role, party)
}

const rolesOf = (claim: Claim, teller: string, sides: Sides): [role: string, party: string][] => {
  const all = (role: string, list: readonly Participant[]) => list.map((p): [string, string] => [role, partyOf(p, sides)])
  return [
    ...all('actor', claim.actors),
    ...all('recipient', claim.recipients),
    ...all('source', claim.attribution),
    ['source', teller],
  ]
}
