import type { Tenant } from '../installation.ts'
import type { RecognisedApiKey } from './recognise-api-key.ts'

const MINUTE = 60_000

/** To the minute: every request would be a write otherwise. */
export async function touchApiKey({ stores }: Tenant, { id, lastUsedAt }: RecognisedApiKey, now: Date): Promise<void> {
  const age = lastUsedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(lastUsedAt)
  if (age >= MINUTE || age < 0) await stores.apiKeys.touch(id, now.toISOString())
}
