import { ApiKeyId, type OrganisationId } from '#shared/model/ids.ts'
import { sameDigest, tokenSha256 } from '../secrets/tokens.ts'
import type { Directory } from '../storage/directory.ts'
import { API_KEY_PREFIX } from './make-api-key.ts'

export interface RecognisedApiKey {
  readonly id: ApiKeyId
  readonly organisationId: OrganisationId
}

const shape = new RegExp(`^${API_KEY_PREFIX}_([0-9a-z]{22})_[\\w-]{43}$`)

/** @returns undefined for one that is unknown, revoked or changed by a single character: which of them is nobody's business */
export async function recogniseApiKey(
  apiKey: string,
  directory: Pick<Directory, 'apiKey'>,
): Promise<RecognisedApiKey | undefined> {
  const id = ApiKeyId.safeParse(`key_${shape.exec(apiKey)?.[1]}`)
  if (!id.success) return undefined
  const known = await directory.apiKey(id.data)
  if (known === undefined || known.revokedAt !== null) return undefined
  if (!sameDigest(tokenSha256(apiKey), known.secretSha256)) return undefined
  return { id: id.data, organisationId: known.organisationId }
}
