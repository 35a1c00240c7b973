import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Row } from './rows.ts'

export type Param = string | number | bigint | null | Uint8Array

/** A SQLite database with its statements kept. */
export interface Database {
  all(sql: string, ...params: readonly Param[]): Row[]
  /** Rows one by one, for results too large to hold. */
  each(sql: string, ...params: readonly Param[]): Iterable<Row>
  get(sql: string, ...params: readonly Param[]): Row | undefined
  /** Gives the new row's number. */
  run(sql: string, ...params: readonly Param[]): number
  exec(sql: string): void
  /** Does all or nothing; waits for another writer. */
  transaction<T>(work: () => T): T
  close(): void
}

/** Statements kept; more would be made of filters that nobody asks twice. */
const KEPT = 200

/** Opens a database file. Throws what SQLite throws. */
export const openDatabase = (path: string, readOnly: boolean): Database => {
  const db = new DatabaseSync(path, { readOnly, timeout: 10_000 })
  const kept = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    let statement = kept.get(sql)
    if (statement) return statement
    statement = db.prepare(sql)
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string)
    kept.set(sql, statement)
    return statement
  }
  let within = false
  return {
    all: (sql, ...params) => prepare(sql).all(...(params as Param[])) as Row[],
    each: (sql, ...params) => db.prepare(sql).iterate(...(params as Param[])) as Iterable<Row>,
    get: (sql, ...params) => prepare(sql).get(...(params as Param[])) as Row | undefined,
    run: (sql, ...params) => Number(prepare(sql).run(...(params as Param[])).lastInsertRowid),
    exec: sql => db.exec(sql),
    transaction: work => {
      if (within) return work()
      db.exec('BEGIN IMMEDIATE')
      within = true
      try {
        const result = work()
        db.exec('COMMIT')
        return result
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK')
        throw error
      } finally {
        within = false
      }
    },
    close: () => db.close(),
  }
}
