import type { Role } from '#shared/model/outcome.ts'
import type { Provisioning } from '#shared/model/provisioning.ts'

/** From the least to the most. */
const ranks: readonly Role[] = ['viewer', 'member', 'admin', 'owner']

/**
 * The role that the person's groups give them: the highest of those that match. At every sign-in, whoever is in none of the
 * groups falls back to the default role, or leaving the administrators' group would change nothing. An owner stays one: nobody
 * at the identity provider can take the last key away.
 * @param otherwise the role without any mapping: the account's own, the invitation's, or the default
 */
export function roleByGroups(
  { groupSync, groupRoles, defaultRole }: Pick<Provisioning, 'groupSync' | 'groupRoles' | 'defaultRole'>,
  groups: readonly string[] | null,
  otherwise: Role,
  { isFirst = false } = {},
): Role {
  const decides = groupSync === 'every-sign-in' || (groupSync === 'first-sign-in' && isFirst)
  // A claim that did not arrive says nothing: who has too many groups for one is sent none at all.
  if (!decides || groups === null || groupRoles.length === 0 || otherwise === 'owner') return otherwise
  const given = groupRoles.filter(({ group }) => groups.includes(group)).map(({ role }) => role)
  const [highest] = given.toSorted((a, b) => ranks.indexOf(b) - ranks.indexOf(a))
  return highest ?? (isFirst ? otherwise : defaultRole)
}
