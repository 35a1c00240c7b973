import { createHash } from 'node:crypto'
import type { Database } from './database.ts'

/** What a ledger holds, in an order that does not depend on when or in which order it came. */
const PARTS = [
  'SELECT sha256 FROM archive ORDER BY sha256',
  'SELECT r.key, l.key, r.like_kind FROM report r LEFT JOIN report l ON l.n = r.like_of ORDER BY r.key',
  `SELECT c.key, x.record, x.mended, c.wrong, i.id, o.key, f.key FROM claim c JOIN claim_text x ON x.claim = c.n LEFT JOIN incident i ON i.n = c.incident
   LEFT JOIN claim o ON o.n = c.copy_of LEFT JOIN report f ON f.n = c.first_told ORDER BY c.key`,
  'SELECT record FROM incident ORDER BY id',
  `SELECT min(a.key, b.key), max(a.key, b.key), j.verdict, j.score, j.by, j.reasons, j.undone IS NULL FROM judgement j
   JOIN claim a ON a.n = j.a JOIN claim b ON b.n = j.b ORDER BY 1, 2, 3, 4, 5`,
  "SELECT value FROM meta WHERE key = 'sides'",
]

/**
 * The hash of all that a ledger holds but the times: two ledgers of the same reports, read by the same reader, have the same,
 * whatever the order of adding. SHA-256, hex.
 */
export const contentHash = (db: Database): string => {
  const hash = createHash('sha256')
  for (const sql of PARTS) for (const row of db.each(sql)) hash.update(`${JSON.stringify(Object.values(row))}\n`)
  return hash.digest('hex')
}
