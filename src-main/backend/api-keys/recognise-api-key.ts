import type { ApiKeyScope } from '#shared/model/api-key-scope.ts'
import { ApiKeyId, type OrganisationId, type UserId } from '#shared/model/ids.ts'
import { sameDigest, tokenSha256 } from '../secrets/tokens.ts'
import type { Directory } from '../storage/directory.ts'
import { API_KEY_PREFIX } from './make-api-key.ts'

export interface RecognisedApiKey {
  readonly id: ApiKeyId
  readonly organisationId: OrganisationId
  readonly scopes: readonly ApiKeyScope[]
  readonly createdBy: UserId | null
  readonly lastUsedAt: string | null
}

const shape = new RegExp(`^${API_KEY_PREFIX}_([0-9a-z]{22})_[\\w-]{43}$`)

/** @returns undefined for one that is unknown, revoked, expired or changed by a single character: which of them is nobody's business */
export async function recogniseApiKey(
  apiKey: string,
  directory: Pick<Directory, 'apiKey'>,
  now: Date,
): Promise<RecognisedApiKey | undefined> {
  const id = ApiKeyId.safeParse(`key_${shape.exec(apiKey)?.[1]}`)
  if (!id.success) return undefined
  const known = await directory.apiKey(id.data)
  if (known === undefined || known.revokedAt !== null) return undefined
  if (known.expiresAt !== null && known.expiresAt <= now.toISOString()) return undefined
  if (!sameDigest(tokenSha256(apiKey), known.secretSha256)) return undefined
  const { organisationId, createdBy, lastUsedAt } = known
  return { id: id.data, organisationId, scopes: JSON.parse(known.scopes) as ApiKeyScope[], createdBy, lastUsedAt }
}
