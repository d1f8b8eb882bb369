import type { Kysely } from 'kysely'
import type { ConnectionId, OrganisationId } from '#shared/model/ids.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

interface UsedAssertion {
  readonly connectionId: ConnectionId
  readonly assertionId: string
  readonly expiresAt: string
}

const use = preparedQuery<UsedAssertion & { organisationId: OrganisationId }>()((db, value) =>
  db
    .insertInto('usedAssertions')
    .values(value.of('organisationId', 'connectionId', 'assertionId', 'expiresAt'))
    .onConflict((conflict) => conflict.doNothing()),
)

/** Assertions that were accepted once, for as long as they could be accepted again (SAML Profiles §4.1.4.5). */
export const usedAssertionStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  /** @returns false where it has been used before */
  async use(assertion: UsedAssertion): Promise<boolean> {
    const { numAffectedRows } = await use.run(db, { ...assertion, organisationId: tenant })
    return numAffectedRows === 1n
  },
})
