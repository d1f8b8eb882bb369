import { CamelCasePlugin, Kysely } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import { cleanUp } from './clean-up.ts'
import { groupCommits } from './commit-groups.ts'
import { type Directory, directory } from './directory.ts'
import { type InstallationStore, installationStore } from './installation-store.ts'
import { migrate } from './migrate.ts'
import { type SealedValues, sealedValues } from './sealed-values.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { openSqliteFile } from './sqlite-file.ts'
import { storageFailure } from './storage-failure.ts'
import { StorageRefused } from './storage-refused.ts'
import { openStores, type Stores } from './stores.ts'
import type { Tables } from './tables.ts'

export interface Storage {
  /** A store opened for one tenant cannot name another: no query takes a tenant by hand. */
  readonly openStores: (tenant: OrganisationId) => Stores
  /** The few questions that must be asked before the tenant is known. */
  readonly directory: Directory
  readonly installation: InstallationStore
  /** Every sealed value of every tenant, for when the encryption key is replaced. */
  readonly sealedValues: SealedValues
  /** Deletes a small batch of what has expired. @returns how many rows went */
  readonly cleanUp: (now: Date) => Promise<number>
  readonly close: () => Promise<void>
}

/** @throws {StorageRefused} */
export async function openStorage(folder: string): Promise<Storage> {
  const db = new Kysely<Tables>({
    dialect: sqliteDialect(openSqliteFile(folder)),
    plugins: [new CamelCasePlugin()],
  })
  try {
    await migrate(db)
  } catch (cause) {
    await db.destroy()
    if (cause instanceof StorageRefused) throw cause
    throw new StorageRefused(storageFailure(cause) === 'damaged' ? 'damaged' : 'not-writable', { cause })
  }
  const inTransaction = groupCommits(db)
  return {
    openStores: (tenant) => openStores(db, tenant, inTransaction),
    directory: directory(db),
    installation: installationStore(db),
    sealedValues: sealedValues(db),
    cleanUp: (now) => cleanUp(db, now),
    close: () => db.destroy(),
  }
}
