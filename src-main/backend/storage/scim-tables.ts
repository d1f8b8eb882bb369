import type { DirectoryId, OrganisationId, ScimGroupId, UserId } from '#shared/model/ids.ts'

/** What a directory says of a person beside the account itself; those whom none has named have no row. */
export interface ScimUserTable {
  organisationId: OrganisationId
  userId: UserId
  userName: string
  /** Lower case: names that differ in case alone are one (RFC 7643 §4.1.1). */
  userNameKey: string
  externalId: string | null
  /** When the directory deleted the person: their account is deactivated, and the directory knows it no more. */
  deletedAt: string | null
  changedAt: string
}

export interface ScimGroupTable {
  id: ScimGroupId
  organisationId: OrganisationId
  displayName: string
  displayNameKey: string
  externalId: string | null
  createdAt: string
  changedAt: string
}

export interface ScimGroupMemberTable {
  organisationId: OrganisationId
  groupId: ScimGroupId
  userId: UserId
}

/** Sends signed events. */
export interface DirectoryTable {
  id: DirectoryId
  organisationId: OrganisationId
  name: string
  secretSealed: string
  createdAt: string
}

/** One that was taken: it changes nothing a second time. */
export interface DirectoryEventTable {
  eventSha256: string
  organisationId: OrganisationId
  directoryId: DirectoryId
  expiresAt: string
}
