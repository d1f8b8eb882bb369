import type { LoginSecrets } from '#main/oidc/relying-party/begin-login.ts'
import type { Sealer } from '../secrets/sealer.ts'

/**
 * Nonce and PKCE verifier follow from the state, the browser it was given to and the encryption key: none of them is stored. Who
 * reads the database has the state's digest alone, and who sees the state cannot compute them.
 * @param boundTo digest of the browser's cookie, or the id of a test
 */
export function loginSecrets(sealer: Pick<Sealer, 'derive'>, state: string, boundTo: string): LoginSecrets {
  const derived = (purpose: string) =>
    Buffer.from(sealer.derive(`openid ${purpose}`, `${boundTo} ${state}`)).toString('base64url')
  return { state, nonce: derived('nonce'), codeVerifier: derived('code verifier') }
}
