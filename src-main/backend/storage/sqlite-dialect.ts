import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import type Database from 'libsql'

/** kysely over libsql. */
export function sqliteDialect(database: Database.Database): Dialect {
  const config = { database: withKeptStatements(database) }
  const dialect = new SqliteDialect(config)
  return {
    createDriver: () => new EagerDriver(config),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}

/** Takes the write lock at once: a transaction that reads first and is overtaken by another process could not write any more. */
class EagerDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** On a full disk SQLite has rolled back by itself: what it met then must not be hidden behind that. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection)
    } catch (error) {
      if (!(error instanceof Error && error.message.endsWith('no transaction is active'))) throw error
    }
  }
}

/** SQLite rolls back a changed schema like anything else, so a migration happens whole or not at all. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Preparing costs as much as running; our queries are few and their texts are fixed. */
const KEPT_STATEMENTS = 300

function withKeptStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close() {
      kept.clear()
      // libsql leaves that to whoever opens the file next: a copy of the one file would lack the newest writes.
      try {
        database.pragma('wal_checkpoint(TRUNCATE)')
      } catch {
        // The disk is full, say. Nothing is lost by it: the log is read at the next start.
      } finally {
        database.close()
      }
    },
    prepare(sql) {
      const known = kept.get(sql)
      if (known !== undefined) return known
      const statement = database.prepare(sql) as SqliteStatement
      if (kept.size < KEPT_STATEMENTS && !/^\s*(create|alter|drop)\b/i.test(sql)) kept.set(sql, statement)
      return statement
    },
  }
}
