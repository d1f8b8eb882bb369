import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type Database from 'libsql'

/** Preparing costs as much as running; our queries are few and their texts are fixed. */
const KEPT_STATEMENTS = 300

interface Prepared {
  readonly statement: Database.Statement
  /** It answers rows. */
  readonly reads: boolean
}

/** Everything happens within the call: nothing else of this process comes between. */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: Database.Database
  readonly #kept = new Map<string, Prepared>()

  constructor(database: Database.Database) {
    this.#database = database
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { statement, reads } = this.#prepare(sql)
    if (reads) return { rows: statement.all(parameters) as Row[] }
    const { changes, lastInsertRowid } = statement.run(parameters)
    return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] }
  }

  // biome-ignore lint/correctness/useYield: part of the interface, and nothing streams
  async *streamQuery(): AsyncGenerator<never> {
    throw new TypeError('rows are read in pages')
  }

  close(): void {
    this.#kept.clear()
    // libsql leaves that to whoever opens the file next: a copy of the one file would lack the newest writes.
    try {
      this.#database.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // The disk is full, say. Nothing is lost by it: the log is read at the next start.
    } finally {
      this.#database.close()
    }
  }

  #prepare(sql: string): Prepared {
    const known = this.#kept.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    const prepared = { statement, reads: statement.reader }
    if (this.#kept.size < KEPT_STATEMENTS && !/^\s*(create|alter|drop)\b/i.test(sql)) this.#kept.set(sql, prepared)
    return prepared
  }
}
