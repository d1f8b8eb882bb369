import type { Kysely } from 'kysely'
import type { OrganisationId, ScimGroupId, UserId } from '#shared/model/ids.ts'
import type { ScimGroupTable } from '../scim-tables.ts'
import type { Tables } from '../tables.ts'

export type ScimGroupRecord = Readonly<Omit<ScimGroupTable, 'organisationId' | 'displayNameKey'>>

export interface ScimGroupFilter {
  readonly by: 'id' | 'displayName' | 'externalId'
  /** Names in lower case. */
  readonly value: string
}

const columns = ['id', 'displayName', 'externalId', 'createdAt', 'changedAt'] as const

export const scimGroupStore = (db: Kysely<Tables>, tenant: OrganisationId) => {
  const ours = (filter: ScimGroupFilter | undefined) => {
    const known = db.selectFrom('scimGroups').where('organisationId', '=', tenant)
    switch (filter?.by) {
      case undefined:
        return known
      case 'id':
        return known.where('id', '=', filter.value as ScimGroupId)
      case 'displayName':
        return known.where('displayNameKey', '=', filter.value)
      case 'externalId':
        return known.where('externalId', '=', filter.value)
    }
  }
  return {
    /** The oldest first. @param page left out: all */
    list(filter?: ScimGroupFilter, page?: { offset: number; limit: number }): Promise<ScimGroupRecord[]> {
      const query = ours(filter).select(columns).orderBy('createdAt').orderBy('id')
      return (page === undefined ? query : query.offset(page.offset).limit(page.limit)).execute()
    },

    async count(filter?: ScimGroupFilter): Promise<number> {
      const { total } = await ours(filter)
        .select((expression) => expression.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      return Number(total)
    },

    async add(group: ScimGroupRecord): Promise<void> {
      await db
        .insertInto('scimGroups')
        .values({ ...group, displayNameKey: group.displayName.toLowerCase(), organisationId: tenant })
        .execute()
    },

    async change({ id, displayName, externalId, changedAt }: ScimGroupRecord): Promise<void> {
      await db
        .updateTable('scimGroups')
        .set({ displayName, displayNameKey: displayName.toLowerCase(), externalId, changedAt })
        .where('organisationId', '=', tenant)
        .where('id', '=', id)
        .execute()
    },

    async remove(id: ScimGroupId): Promise<void> {
      await db.deleteFrom('scimGroups').where('organisationId', '=', tenant).where('id', '=', id).execute()
    },

    /** In the order of their ids. */
    async membersOf(id: ScimGroupId): Promise<UserId[]> {
      const rows = await db
        .selectFrom('scimGroupMembers')
        .select('userId')
        .where('organisationId', '=', tenant)
        .where('groupId', '=', id)
        .orderBy('userId')
        .execute()
      return rows.map(({ userId }) => userId)
    },

    groupsOf: (userId: UserId): Promise<Pick<ScimGroupRecord, 'id' | 'displayName'>[]> =>
      db
        .selectFrom('scimGroupMembers')
        .innerJoin('scimGroups', 'scimGroups.id', 'scimGroupMembers.groupId')
        .select(['scimGroups.id', 'scimGroups.displayName'])
        .where('scimGroupMembers.organisationId', '=', tenant)
        .where('scimGroupMembers.userId', '=', userId)
        .orderBy('scimGroups.id')
        .execute(),

    async addMember(groupId: ScimGroupId, userId: UserId): Promise<void> {
      await db
        .insertInto('scimGroupMembers')
        .values({ organisationId: tenant, groupId, userId })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    async removeMember(groupId: ScimGroupId, userId: UserId): Promise<void> {
      await db
        .deleteFrom('scimGroupMembers')
        .where('organisationId', '=', tenant)
        .where('groupId', '=', groupId)
        .where('userId', '=', userId)
        .execute()
    },
  }
}
