import { type Installation, openTenant, type Tenant } from '../installation.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import type { SessionRecord } from '../storage/stores/sessions.ts'
import type { UserRecord } from '../storage/stores/users.ts'
import { IDLE_MINUTES, MINUTE, TOUCH_MINUTES } from './lifetimes.ts'

export interface FoundSession {
  readonly tenant: Tenant
  readonly session: SessionRecord
  readonly user: UserRecord
  readonly organisation: string
}

/** @returns undefined for one that is unknown, ended, too old, unused for too long, or of someone who may not sign in any more */
export async function findSession(
  installation: Installation,
  token: string,
  now: Date,
): Promise<FoundSession | undefined> {
  const sha256 = tokenSha256(token)
  const organisationId = await installation.directory.tenantOfSession(sha256)
  if (organisationId === undefined) return undefined
  const tenant = openTenant(installation, organisationId)
  const session = await tenant.stores.sessions.byToken(sha256)
  if (session === undefined || !isLive(session, now)) return undefined
  const user = await tenant.stores.users.byId(session.userId)
  if (user?.status !== 'active') return undefined
  if (now.getTime() - Date.parse(session.lastSeenAt) > TOUCH_MINUTES * MINUTE) {
    await tenant.stores.sessions.touch(session.id, now.toISOString())
  }
  return { tenant, session, user, organisation: (await tenant.stores.organisation.read()).name }
}

const isLive = ({ expiresAt, lastSeenAt }: SessionRecord, now: Date): boolean =>
  expiresAt > now.toISOString() && now.getTime() - Date.parse(lastSeenAt) < IDLE_MINUTES * MINUTE
