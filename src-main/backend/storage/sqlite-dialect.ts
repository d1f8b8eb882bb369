import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type Database from 'libsql'
import { SqliteConnection } from './sqlite-connection.ts'
import { takeTurns } from './take-turns.ts'

/** kysely over libsql: one connection, which everyone takes in turn. */
export function sqliteDialect(database: Database.Database): Dialect {
  return {
    createDriver: () => sqliteDriver(new SqliteConnection(database)),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}

function sqliteDriver(connection: SqliteConnection): Driver {
  const turns = takeTurns()
  const run = async (of: DatabaseConnection, statement: CompiledQuery) => {
    await of.executeQuery(statement)
  }
  return {
    init: async () => {},
    async acquireConnection() {
      await turns.begin()
      return connection
    },
    /** Takes the write lock at once: a transaction that reads first and is overtaken by another process could not write any more. */
    beginTransaction: (of) => run(of, CompiledQuery.raw('begin immediate')),
    commitTransaction: (of) => run(of, CompiledQuery.raw('commit')),
    /** On a full disk SQLite has rolled back by itself: what it met then must not be hidden behind that. */
    async rollbackTransaction(of) {
      try {
        await run(of, CompiledQuery.raw('rollback'))
      } catch (error) {
        if (!(error instanceof Error && error.message.endsWith('no transaction is active'))) throw error
      }
    },
    releaseConnection: async () => turns.end(),
    destroy: async () => connection.close(),
  }
}

/** SQLite rolls back a changed schema like anything else, so a migration happens whole or not at all. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
