import type { LedgerReader, LedgerWriter } from '../ledger.ts'
import { writeColumns } from './columns.ts'
import type { Database } from './database.ts'
import { correctionOf, judgementOf } from './reader.ts'
import { settleSome, summariseAll } from './settle.ts'

type PersonWrites = Omit<LedgerWriter, keyof LedgerReader>

/** What people say to a ledger. Each call is one transaction, in which the incidents follow. */
export const personWrites = (db: Database, reader: LedgerReader): PersonWrites => {
  const numberOf = (key: string): number => {
    const found = db.get('SELECT n FROM claim WHERE key = ?', key)?.n
    if (found === undefined) throw new Error(`There is no claim ${key} in this ledger.`)
    return found as number
  }
  const follow = (...claims: readonly number[]): void => {
    for (const n of claims) db.run('INSERT OR IGNORE INTO unjoined VALUES (?)', n)
    settleSome(db, reader.sides())
  }
  const mended = (n: number): void => {
    const rows = db.all('SELECT verdict, changes FROM correction WHERE claim = ? AND undone IS NULL ORDER BY n', n)
    const changes = Object.assign({}, ...rows.filter(r => r.verdict === 'mended').map(r => JSON.parse(r.changes as string)))
    db.run('UPDATE claim_text SET mended = ? WHERE claim = ?', Object.keys(changes).length ? JSON.stringify(changes) : null, n)
    db.run('UPDATE claim SET wrong = ? WHERE n = ?', Number(rows.some(r => r.verdict === 'wrong')), n)
    writeColumns(db, n, reader.sides())
    follow(n)
  }
  return {
    setSides: sides =>
      db.transaction(() => {
        db.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', 'sides', JSON.stringify(sides))
        for (const { n } of db.all('SELECT n FROM claim')) writeColumns(db, n as number, sides)
        summariseAll(db, sides)
      }),
    judge: (a, b, verdict, by, at) =>
      db.transaction(() => {
        const [m, n] = [numberOf(a), numberOf(b)].sort((x, y) => x - y)
        if (m === n) throw new Error('A judgement needs two claims.')
        db.run('UPDATE judgement SET undone = ? WHERE a = ? AND b = ? AND at IS NOT NULL AND undone IS NULL', at, m, n)
        const id = db.run(
          "INSERT INTO judgement (a, b, verdict, by, at, reasons) VALUES (?, ?, ?, ?, ?, '[]')",
          m,
          n,
          verdict,
          by,
          at,
        )
        follow(m, n)
        return judgementOf(db.get(JUDGEMENT, id)!)
      }),
    undoJudgement: (id, at) =>
      db.transaction(() => {
        const row = db.get('SELECT a, b FROM judgement WHERE n = ? AND at IS NOT NULL AND undone IS NULL', id)
        if (!row) throw new Error(`There is no judgement ${id} of a person to undo.`)
        db.run('UPDATE judgement SET undone = ? WHERE n = ?', at, id)
        follow(row.a as number, row.b as number)
      }),
    correct: ({ claim, verdict, changes, by, at, note }) =>
      db.transaction(() => {
        const n = numberOf(claim)
        const id = db.run(
          'INSERT INTO correction (claim, verdict, changes, by, at, note) VALUES (?, ?, ?, ?, ?, ?)',
          n,
          verdict,
          JSON.stringify(changes),
          by,
          at,
          note,
        )
        mended(n)
        return correctionOf(
          db.get('SELECT k.*, c.key AS claim_key FROM correction k JOIN claim c ON c.n = k.claim WHERE k.n = ?', id)!,
        )
      }),
    undoCorrection: (id, at) =>
      db.transaction(() => {
        const row = db.get('SELECT claim FROM correction WHERE n = ? AND undone IS NULL', id)
        if (!row) throw new Error(`There is no correction ${id} to undo.`)
        db.run('UPDATE correction SET undone = ? WHERE n = ?', at, id)
        mended(row.claim as number)
      }),
  }
}

const JUDGEMENT = `SELECT j.*, a.key AS a_key, b.key AS b_key FROM judgement j JOIN claim a ON a.n = j.a JOIN claim b ON b.n = j.b WHERE j.n = ?`
