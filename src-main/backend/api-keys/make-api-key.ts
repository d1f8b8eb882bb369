import type { ApiKeyScope } from '#shared/model/api-key-scope.ts'
import { ApiKeyId, ID_BYTES, makeId, type UserId } from '#shared/model/ids.ts'
import type { Random } from '../installation.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import type { NewApiKey } from '../storage/stores/api-keys.ts'

/** Says what it is to whoever finds one, people and secret scanners alike. */
export const API_KEY_PREFIX = 'claimcheck'

export interface MadeApiKey {
  /** `claimcheck_<id>_<secret>`: shown once, never stored. */
  readonly apiKey: string
  readonly record: NewApiKey
}

export interface ApiKeyWish {
  readonly scopes: readonly ApiKeyScope[]
  readonly expiresAt: string | null
  readonly createdBy: UserId | null
}

const everything: ApiKeyWish = { scopes: ['org:update'], expiresAt: null, createdBy: null }

export function makeApiKey(name: string, now: Date, random: Random, wish = everything): MadeApiKey {
  const id = makeId(ApiKeyId, 'key', random(ID_BYTES))
  const apiKey = `${API_KEY_PREFIX}_${id.slice('key_'.length)}_${tokenText(random(TOKEN_BYTES))}`
  const record = { ...wish, id, name, secretSha256: tokenSha256(apiKey), createdAt: now.toISOString() }
  return { apiKey, record }
}
