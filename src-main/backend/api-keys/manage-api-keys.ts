import type { ApiKey, NewApiKey } from '#shared/http-api/api-key.ts'
import type { ApiKeyId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { byCreation, pageOf } from '../lists/page-of.ts'
import { Refused } from '../refusals/refused.ts'
import type { ApiKeyRecord } from '../storage/stores/api-keys.ts'
import type { Stores } from '../storage/stores.ts'
import { keyAuthority } from './key-authority.ts'
import { makeApiKey } from './make-api-key.ts'

/** @returns the key itself this once: only its digest is kept. @throws {Refused} `api-key.expiry-past` */
export async function createApiKey(
  { tenant, actor, person, now }: AdminContext,
  { name, scopes, expiresAt }: NewApiKey,
): Promise<{ apiKey: ApiKey; secret: string }> {
  if (expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime()) {
    throw new Refused('api-key.expiry-past', { field: 'expiresAt' })
  }
  const until = expiresAt === undefined ? null : new Date(expiresAt).toISOString()
  const wish = { scopes: [...new Set(scopes)], expiresAt: until, createdBy: person }
  const { apiKey: secret, record } = makeApiKey(name, now, tenant.random, wish)
  await tenant.stores.inTransaction(async (stores) => {
    await stores.apiKeys.add(record)
    const details = { after: { name, scopes: record.scopes, expiresAt: until } }
    const happening = { actor, action: 'sso.api-key.created', subjectId: record.id, details } as const
    await recordEvent(stores, happening, { ...tenant, now })
  })
  return { apiKey: present({ ...record, lastUsedAt: null, revokedAt: null }, now), secret }
}

/** @throws {Refused} `request.cursor` */
export async function listApiKeys(
  { tenant, now }: AdminContext,
  asked: { readonly limit: number; readonly cursor?: string | undefined },
) {
  const { apiKeys } = tenant.stores
  const { rows, next } = await pageOf(asked, (page) => apiKeys.list(page), byCreation)
  return { apiKeys: rows.map((key) => present(key, now)), total: await apiKeys.count(), ...next }
}

/** Holds from the next request on. One key stays that can undo an enforcement (S28). @throws {Refused} */
export function revokeApiKey({ tenant, actor, now }: AdminContext, id: ApiKeyId): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    const key = await stores.apiKeys.byId(id)
    if (key === undefined) throw new Refused('api-key.not-found')
    if (canUpdate(key) && !(await anotherOpens(stores, id, now))) throw new Refused('api-key.last')
    await stores.apiKeys.revoke(id, now.toISOString())
    const details = { before: { name: key.name, scopes: key.scopes }, after: { state: 'revoked' } }
    await recordEvent(stores, { actor, action: 'sso.api-key.revoked', subjectId: id, details }, { ...tenant, now })
    return { message: 'API key revoked.' }
  })
}

async function anotherOpens(stores: Stores, leaving: ApiKeyId, now: Date): Promise<boolean> {
  const others = (await stores.apiKeys.usable(now.toISOString())).filter((key) => key.id !== leaving && canUpdate(key))
  for (const { createdBy } of others) if ((await keyAuthority(stores, createdBy)) !== undefined) return true
  return false
}

const canUpdate = ({ scopes }: ApiKeyRecord) => scopes.includes('org:update')

function present({ revokedAt, ...key }: ApiKeyRecord, now: Date): ApiKey {
  const { id, name, scopes, createdBy, createdAt, expiresAt, lastUsedAt } = key
  const expired = expiresAt !== null && expiresAt <= now.toISOString()
  const state = revokedAt !== null ? 'revoked' : expired ? 'expired' : 'active'
  return { id, name, scopes: [...scopes], state, createdBy, createdAt, expiresAt, lastUsedAt }
}
