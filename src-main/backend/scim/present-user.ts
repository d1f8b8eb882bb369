import type { Tenant } from '../installation.ts'
import type { ScimGroupRecord } from '../storage/stores/scim-groups.ts'
import type { ScimUserRecord } from '../storage/stores/scim-users.ts'
import { versionOf } from '../versions/version-of.ts'
import { GROUPS_PATH, USER_SCHEMA, USERS_PATH } from './scim-paths.ts'

type At = Pick<Tenant, 'publicUrl'>
type Groups = readonly Pick<ScimGroupRecord, 'id' | 'displayName'>[]

/** RFC 7643 §4.1; what nobody has said is left out. */
export function presentUser(user: ScimUserRecord, groups: Groups, { publicUrl }: At) {
  const { id, email, givenName, familyName, externalId, createdAt, changedAt, status } = user
  const formatted = [givenName, familyName].filter((part) => part !== null).join(' ')
  return {
    schemas: [USER_SCHEMA],
    id,
    ...(externalId !== null && { externalId }),
    userName: user.userName ?? email,
    ...(formatted !== '' && {
      name: { formatted, ...(givenName !== null && { givenName }), ...(familyName !== null && { familyName }) },
      displayName: formatted,
    }),
    active: status === 'active',
    emails: [{ value: email, type: 'work', primary: true }],
    ...(groups.length > 0 && {
      groups: groups.map(({ id: value, displayName: display }) => ({
        ...{ value, display, type: 'direct' },
        $ref: `${publicUrl}${GROUPS_PATH}/${value}`,
      })),
    }),
    meta: {
      resourceType: 'User',
      created: createdAt,
      lastModified: changedAt ?? createdAt,
      location: `${publicUrl}${USERS_PATH}/${id}`,
      version: userVersion(user),
    },
  }
}

export type PresentedUser = ReturnType<typeof presentUser>

/** Weak: groups may change without it. */
export const userVersion = ({ id, email, givenName, familyName, status, userName, externalId }: ScimUserRecord) =>
  `W/"${versionOf({ id, email, givenName, familyName, status, userName, externalId })}"`
