import type { Kysely } from 'kysely'
import type { ConnectionId, OrganisationId } from '#shared/model/ids.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import type { Tables } from '../tables.ts'

export const receiptStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  /** The same one twice is one. */
  async add(connectionId: ConnectionId, receipt: Receipt): Promise<void> {
    const { signature, configurationSha256, verdict, testedAt } = receipt
    await db
      .insertInto('receipts')
      .values({
        organisationId: tenant,
        connectionId,
        signature,
        configurationSha256,
        verdict,
        testedAt,
        receipt: JSON.stringify(receipt),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },

  /** Whether a test of exactly this configuration was ever accepted. */
  async hasAccepted(connectionId: ConnectionId, configurationSha256: string): Promise<boolean> {
    const row = await db
      .selectFrom('receipts')
      .select('testedAt')
      .where('organisationId', '=', tenant)
      .where('connectionId', '=', connectionId)
      .where('configurationSha256', '=', configurationSha256)
      .where('verdict', '=', 'accepted')
      .executeTakeFirst()
    return row !== undefined
  },
})
