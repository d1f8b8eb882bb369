import type { TrustedKey } from '#main/xml/signature/verify-signature.ts'
import type { ResponseContext } from '../response-context.ts'

/** Keys of the trusted certificates. One on a curve this runtime does not know verifies nothing, and is left out. */
export function trustedKeys({ identityProvider }: Pick<ResponseContext, 'identityProvider'>): TrustedKey[] {
  return identityProvider.certificates.flatMap(({ sha256, x509 }) => {
    try {
      return [{ id: sha256, key: x509.publicKey }]
    } catch {
      return []
    }
  })
}
