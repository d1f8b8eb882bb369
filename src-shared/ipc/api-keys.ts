import { createApiKey, listApiKeys, revokeApiKey } from '../http-api/api-key.ts'
import { adminCalls } from './admin-calls.ts'

/** The key itself is answered to `create`, this once. */
export const apiKeyRoutes = { list: listApiKeys, create: createApiKey, revoke: revokeApiKey }
export const apiKeysIpc = adminCalls(apiKeyRoutes)
