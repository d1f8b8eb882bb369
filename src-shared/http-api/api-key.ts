import { z } from 'zod'
import { ApiKeyScope } from '../model/api-key-scope.ts'
import { ApiKeyId, UserId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { ListQuery, listAnswer } from './list.ts'
import { ADMIN_API, route } from './route.ts'

export const ApiKey = z.object({
  id: ApiKeyId,
  name: z.string(),
  scopes: z.array(ApiKeyScope),
  state: z.enum(['active', 'expired', 'revoked']),
  /** The person who made it; null for the first one. */
  createdBy: UserId.nullable(),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  /** To the minute. */
  lastUsedAt: Instant.nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>

export const NewApiKey = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(ApiKeyScope).min(1).default(['org:update']),
    /** Left out: it does not expire. */
    expiresAt: Instant.optional(),
  })
  .meta({ examples: [{ name: 'Pipeline', scopes: ['sso:test'] }] })
export type NewApiKey = z.output<typeof NewApiKey>

const apiKeys = `${ADMIN_API}/api-keys`

export const createApiKey = route({
  method: 'POST',
  path: apiKeys,
  summary: 'Make an API key; the key itself is answered this once',
  withoutLicence: true,
  body: NewApiKey,
  success: { status: 201, body: z.object({ apiKey: ApiKey, secret: z.string() }) },
})
export const listApiKeys = route({
  method: 'GET',
  path: apiKeys,
  summary: 'List API keys, none of which can be read again',
  withoutLicence: true,
  query: ListQuery,
  success: { status: 200, body: listAnswer({ apiKeys: z.array(ApiKey) }) },
})
export const revokeApiKey = route({
  method: 'DELETE',
  path: `${apiKeys}/:id`,
  summary: 'Revoke an API key, from the next request on',
  withoutLicence: true,
  params: z.object({ id: ApiKeyId }),
  success: { status: 200, body: z.object({ message: z.string() }) },
})
