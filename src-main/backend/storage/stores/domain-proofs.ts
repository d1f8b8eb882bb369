import type { Kysely } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import type { Tables } from '../tables.ts'

export type DomainProof = Omit<Tables['domainProofs'], 'organisationId'>

export const domainProofStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = () =>
    db
      .selectFrom('domainProofs')
      .select(['domain', 'token', 'state', 'verifiedAt', 'checkedAt', 'problem'])
      .where('organisationId', '=', tenant)
  return {
    list: (): Promise<DomainProof[]> => ours().orderBy('domain').execute(),

    of: (domain: string): Promise<DomainProof | undefined> => ours().where('domain', '=', domain).executeTakeFirst(),

    /** The first token stays: it may stand in the DNS already. @returns what holds now */
    async begin(domain: string, token: string): Promise<DomainProof> {
      await db
        .insertInto('domainProofs')
        .values({
          ...{ organisationId: tenant, domain, token },
          ...{ state: 'pending', verifiedAt: null, checkedAt: null, problem: null },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return ours().where('domain', '=', domain).executeTakeFirstOrThrow()
    },

    async put({ domain, ...change }: Omit<DomainProof, 'token'>): Promise<void> {
      await db
        .updateTable('domainProofs')
        .set(change)
        .where('organisationId', '=', tenant)
        .where('domain', '=', domain)
        .execute()
    },
  }
}
