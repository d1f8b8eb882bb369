import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Where the secrets of connections live, and what their additional data calls the place. */
const columns = [
  ['clientSecretSealed', 'client_secret'],
  ['spPrivateKeySealed', 'sp_private_key'],
] as const

export interface SealedPlace {
  readonly tenant: string
  readonly record: string
  readonly column: string
}

type Reseal = (place: SealedPlace, sealed: string) => string

/** Of this installation as a whole. */
const receiptKey = { tenant: 'installation', record: 'installation', column: 'receipt_key' }

export const sealedValues = (db: Kysely<Tables>) => ({
  /**
   * Puts every sealed value through `reseal` and notes the new key: all of it or nothing of it.
   * @returns how many there were
   */
  resealAll: (keyId: string, reseal: Reseal): Promise<number> =>
    db.transaction().execute(async (transaction) => {
      let count = (await resealMails(transaction, reseal)) + (await resealIdTokens(transaction, reseal))
      count += await resealDirectories(transaction, reseal)
      for (const [column, place] of columns) count += await resealConnections(transaction, column, place, reseal)
      const known = await transaction
        .selectFrom('installation')
        .select('value')
        .where('name', '=', 'receipt-key')
        .executeTakeFirst()
      if (known !== undefined) {
        await setValue(transaction, 'receipt-key', reseal(receiptKey, known.value))
        count += 1
      }
      await setValue(transaction, 'encryption-key-id', keyId)
      return count
    }),
})
export type SealedValues = ReturnType<typeof sealedValues>

async function resealConnections(
  db: Kysely<Tables>,
  column: (typeof columns)[number][0],
  place: string,
  reseal: Reseal,
): Promise<number> {
  const rows = await db
    .selectFrom('connections')
    .select(['id', 'organisationId', `${column} as sealed`])
    .where(column, 'is not', null)
    .execute()
  for (const { id, organisationId, sealed } of rows) {
    const value = reseal({ tenant: organisationId, record: id, column: place }, sealed ?? '')
    await db
      .updateTable('connections')
      .set({ [column]: value })
      .where('id', '=', id)
      .execute()
  }
  return rows.length
}

async function resealMails(db: Kysely<Tables>, reseal: Reseal): Promise<number> {
  const rows = await db.selectFrom('mails').select(['id', 'organisationId', 'textSealed']).execute()
  for (const { id, organisationId, textSealed } of rows) {
    const value = reseal({ tenant: organisationId, record: id, column: 'mail_text' }, textSealed)
    await db.updateTable('mails').set({ textSealed: value }).where('id', '=', id).execute()
  }
  return rows.length
}

const setValue = (db: Kysely<Tables>, name: string, value: string) =>
  db.updateTable('installation').set({ value }).where('name', '=', name).execute()

async function resealIdTokens(db: Kysely<Tables>, reseal: Reseal): Promise<number> {
  const rows = await db.selectFrom('idTokens').select(['id', 'organisationId', 'tokenSealed']).execute()
  for (const { id, organisationId, tokenSealed: sealed } of rows) {
    const tokenSealed = reseal({ tenant: organisationId, record: id, column: 'id_token' }, sealed)
    await db.updateTable('idTokens').set({ tokenSealed }).where('id', '=', id).execute()
  }
  return rows.length
}

async function resealDirectories(db: Kysely<Tables>, reseal: Reseal): Promise<number> {
  const rows = await db.selectFrom('directories').select(['id', 'organisationId', 'secretSealed']).execute()
  for (const { id, organisationId, secretSealed: sealed } of rows) {
    const secretSealed = reseal({ tenant: organisationId, record: id, column: 'webhook_secret' }, sealed)
    await db.updateTable('directories').set({ secretSealed }).where('id', '=', id).execute()
  }
  return rows.length
}
