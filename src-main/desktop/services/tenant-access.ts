import { ApiKeyId } from '#shared/model/ids.ts'

/** How the admin API is called. It stays in main. */
export interface TenantAccess {
  readonly baseUrl: string
  readonly apiKey: string
  /** PEM, trusted for this backend beside the public ones. */
  readonly certificateAuthorities?: readonly string[]
  readonly isRemote: boolean
}

/** A key begins with its id, which is no secret: the list of keys shows it. */
export function apiKeyIdOf(apiKey: string): ApiKeyId | null {
  const id = ApiKeyId.safeParse(`key_${/^claimcheck_([0-9a-z]{22})_/.exec(apiKey)?.[1]}`)
  return id.success ? id.data : null
}
