import type { Role } from '#shared/model/outcome.ts'

export const roleWords: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  admin: 'Admin',
  member: 'Member',
  viewer: 'Viewer',
}

/** For a choice of roles. */
export const roleOptions = (roles: readonly Role[]) => roles.map((role) => ({ value: role, label: roleWords[role] }))
