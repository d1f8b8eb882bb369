import type { SetupLink } from '#shared/http-api/setup-link.ts'
import type { SetupLinkRecord } from '../storage/stores/setup-links.ts'
import type { Stores } from '../storage/stores.ts'

export function setupLinkState(link: SetupLinkRecord, now: Date): SetupLink['state'] {
  if (link.completedAt !== null) return 'completed'
  if (link.revokedAt !== null) return 'revoked'
  return link.expiresAt > now.toISOString() ? 'open' : 'expired'
}

export async function presentSetupLink(stores: Stores, link: SetupLinkRecord, now: Date): Promise<SetupLink> {
  const { connectionId, provider, lastVerdict, lastTestAt, createdAt, expiresAt, completedAt } = link
  return {
    state: setupLinkState(link, now),
    domains: [...(await stores.connectionDomains.of(connectionId))],
    lastTest: lastVerdict === null || lastTestAt === null ? null : { verdict: lastVerdict, at: lastTestAt },
    ...{ connectionId, provider, createdAt, expiresAt, completedAt },
  }
}
