import type { ApiKeyScope } from '#shared/model/api-key-scope.ts'
import type { AdminContext } from '../admin-context.ts'
import { keyAuthority } from '../api-keys/key-authority.ts'
import { recogniseApiKey } from '../api-keys/recognise-api-key.ts'
import { touchApiKey } from '../api-keys/touch-api-key.ts'
import { type Installation, openTenant } from '../installation.ts'
import { findSession } from '../sessions/find-session.ts'

export interface Bearer {
  readonly context: AdminContext
  /** Why it opens nothing though it is known. */
  readonly refusal: 'member.not-an-admin' | 'api-key.maker' | undefined
  readonly scopes: readonly ApiKeyScope[]
}

/** An API key, or the session token of someone who is signed in. @returns undefined for anything else */
export async function recogniseBearer(
  installation: Installation,
  token: string,
  now: Date,
): Promise<Bearer | undefined> {
  const key = await recogniseApiKey(token, installation.directory, now)
  if (key !== undefined) {
    const tenant = openTenant(installation, key.organisationId)
    await touchApiKey(tenant, key, now)
    const actor = { kind: 'api-key', id: key.id } as const
    const authority = await keyAuthority(tenant.stores, key.createdBy)
    const context = { tenant, actor, role: authority ?? 'admin', person: key.createdBy, now } as const
    return { context, refusal: authority === undefined ? 'api-key.maker' : undefined, scopes: key.scopes }
  }
  const session = /^[\w-]{43}$/.test(token) ? await findSession(installation, token, now) : undefined
  if (session === undefined) return undefined
  const { tenant, user } = session
  const role = user.role === 'owner' ? 'owner' : 'admin'
  const context = { tenant, actor: { kind: 'user', id: user.id }, role, person: user.id, now } as const
  const refusal = user.role === 'owner' || user.role === 'admin' ? undefined : 'member.not-an-admin'
  return { context, refusal, scopes: ['org:update'] }
}
