import { existsSync } from 'node:fs'
import type { Report } from '../../model/report.ts'
import type { Sides } from '../../model/sides.ts'
import type { Entry } from '../entry.ts'
import type { LedgerReader, LedgerWriter } from '../ledger.ts'
import { type Added, addEntry, isKnown, type Provenance } from './add.ts'
import { type Database, openDatabase } from './database.ts'
import { personWrites } from './person.ts'
import { sqliteReader } from './reader.ts'
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts'
import { settleSome } from './settle.ts'

/** A ledger open for reading: closes its file with `close`. */
export interface OpenReader extends LedgerReader {
  close(): void
}

/** What was asked of an address before, as the caller wrote it. */
export interface Visits {
  get(url: string): string | null
  set(url: string, record: string): void
}

/** A ledger open for writing, by one process at a time; others may read meanwhile. */
export interface OpenLedger extends LedgerWriter {
  /** Whether a report is there, read by this reader with this knowledge, from these bytes. */
  knows(key: string, sha256: string | null, by: Pick<Provenance, 'reader' | 'knowledge'>): boolean
  /** Adds reports in one transaction: all of them or none. When it returns they are on disk. */
  add(entries: readonly { readonly entry: Entry; readonly provenance: Provenance }[]): Added[]
  /** Joins some reports into incidents; gives how many are left. */
  settle(): number
  /** Keys of the reports whose reading in force is by another reader or knowledge. */
  outdated(by: Pick<Provenance, 'reader' | 'knowledge'>): string[]
  /** Stored reports, to be read anew, with where they came from. */
  again(keys: readonly string[]): AsyncGenerator<{ readonly report: Report; readonly from: string }>
  readonly visits: Visits
  close(): void
}

/** Opens a ledger for reading. Throws a sentence when the file is missing, no ledger, or of a newer version. */
export const readLedger = (path: string): OpenReader => {
  if (!existsSync(path)) throw new Error(`${path}: no such ledger; make one with: hearsay add SOURCE... --ledger ${path}`)
  const db = opened(path, true)
  return { ...sqliteReader(db, path), close: () => db.close() }
}

/** Opens a ledger for writing and makes it when it is not there. Throws a sentence when the file is no ledger or of a newer version. */
export const openLedger = (path: string): OpenLedger => {
  const db = opened(path, false)
  const reader = sqliteReader(db, path)
  const sides = (): Sides => reader.sides()
  return {
    ...reader,
    ...personWrites(db, reader),
    knows: (key, sha256, by) => isKnown(db, key, sha256, by),
    add: entries =>
      db.transaction(() => {
        const known = sides()
        for (const { provenance } of entries.slice(-1)) keepVersions(db, provenance)
        return entries.map(({ entry, provenance }) => addEntry(db, entry, provenance, known))
      }),
    settle: () => settleSome(db, sides()),
    outdated: ({ reader: by, knowledge }) =>
      db
        .all(
          `SELECT r.key FROM report r JOIN reading g ON g.report = r.n AND g.record IS NULL
           WHERE g.reader <> ? OR g.knowledge <> ? ORDER BY r.n`,
          by,
          knowledge,
        )
        .map(row => row.key as string),
    async *again(keys) {
      for (const key of keys) yield storedAgain(db, key)
    },
    visits: {
      get: url => (db.get('SELECT record FROM visit WHERE url = ?', url)?.record as string) ?? null,
      set: (url, record) => void db.run('INSERT OR REPLACE INTO visit VALUES (?, ?)', url, record),
    },
    close: () => {
      try {
        db.exec('PRAGMA optimize')
      } catch {
        // Statistics for later: a full disk is no reason to fail now.
      }
      db.close()
    },
  }
}

const storedAgain = (db: Database, key: string): { report: Report; from: string } => {
  const { n, id, outlet, published, published_by, headline, url, text } = db.get(
    'SELECT * FROM report WHERE key = ?',
    key,
  ) as Record<string, never>
  const came = db.get(
    'SELECT t.source, t.sha256, t.map, a.encoding, a.bytes FROM retrieval t JOIN archive a USING (sha256) WHERE t.report = ? ORDER BY t.sha256',
    n,
  ) as Record<string, never> | undefined
  const archive = came && {
    name: came.source,
    sha256: came.sha256,
    encoding: came.encoding,
    bytes: came.bytes,
    map: came.map && JSON.parse(came.map),
  }
  return {
    report: { id, outlet, published, publishedBy: published_by, headline, url, text, archive: archive ?? null },
    from: came?.source ?? 'the ledger',
  }
}

const keepVersions = (db: Database, { reader, knowledge }: Provenance): void => {
  for (const [key, value] of Object.entries({ reader, knowledge }))
    db.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value)
}

const opened = (path: string, readOnly: boolean): Database => {
  let db: Database | null = null
  try {
    db = openDatabase(path, readOnly)
    if (!readOnly) db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536')
    prepare(db, path, readOnly)
    return db
  } catch (error) {
    db?.close()
    throw error instanceof Error && /file is not a database|malformed/.test(error.message)
      ? new Error(`${path}: this file is no ledger, or it is damaged (${error.message}).`)
      : error instanceof Error && /unable to open/.test(error.message)
        ? new Error(`${path}: the ledger cannot be opened (${error.message}).`)
        : error
  }
}

const prepare = (db: Database, path: string, readOnly: boolean): void => {
  const [{ application_id }, { user_version }, { tables }] = [
    db.get('PRAGMA application_id')!,
    db.get('PRAGMA user_version')!,
    db.get('SELECT count(*) AS tables FROM sqlite_master')!,
  ]
  if (tables === 0 && !readOnly) {
    db.transaction(() => {
      if (db.get('SELECT count(*) AS n FROM sqlite_master')!.n !== 0) return
      db.exec(`${SCHEMA}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`)
    })
    return
  }
  if (application_id !== APPLICATION_ID) throw new Error(`${path}: this file is a SQLite database, but no ledger.`)
  if ((user_version as number) > SCHEMA_VERSION)
    throw new Error(
      `${path}: the ledger was written by a newer version of hearsay (tables ${user_version}; this one knows ${SCHEMA_VERSION}).`,
    )
}
