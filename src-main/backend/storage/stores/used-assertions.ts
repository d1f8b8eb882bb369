import type { Kysely } from 'kysely'
import type { ConnectionId, OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

/** Assertions that were accepted once, for as long as they could be accepted again (SAML Profiles §4.1.4.5). */
export const usedAssertionStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  /** @returns false where it has been used before */
  async use(assertion: { connectionId: ConnectionId; assertionId: string; expiresAt: string }): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('usedAssertions')
      .values({ ...assertion, organisationId: tenant })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  },
})
