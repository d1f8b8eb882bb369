import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type InstallationValue = 'encryption-key-id' | 'receipt-key' | 'latest-moment'

/** What belongs to the installation and to no tenant. */
export const installationStore = (db: Kysely<Tables>) => ({
  async read(name: InstallationValue): Promise<string | undefined> {
    const row = await db.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirst()
    return row?.value
  },

  async put(name: InstallationValue, value: string): Promise<void> {
    await db
      .insertInto('installation')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute()
  },

  /** The first one written stays. @returns the value that holds now */
  async keepFirst(name: InstallationValue, value: string): Promise<string> {
    await db
      .insertInto('installation')
      .values({ name, value })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return (await this.read(name)) ?? value
  },
})
export type InstallationStore = ReturnType<typeof installationStore>
