import type { ConnectionId, OrganisationId, SetupLinkId } from '#shared/model/ids.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import type { ProviderId } from '#shared/model/provider-id.ts'

/** Whoever holds the token sets up this one connection. */
export interface SetupLinkTable {
  id: SetupLinkId
  organisationId: OrganisationId
  tokenSha256: string
  connectionId: ConnectionId
  provider: ProviderId | null
  lastVerdict: Verdict | null
  lastTestAt: string | null
  createdAt: string
  expiresAt: string
  completedAt: string | null
  revokedAt: string | null
}
