import type { X509Certificate } from 'node:crypto'
import { describeCertificate } from './describe-certificate.ts'
import { at, onEachSignature } from './on-signature.ts'

const SHORTEST_RSA_BITS = 2048
const SOON_MS = 30 * 24 * 3600 * 1000

/** The certificate that verified, at the time of judging. */
export const certificateIsValid = onEachSignature(
  'saml.certificate',
  ({ judgement }, { identityProvider, now }, trust) => {
    const place = at(judgement.signature.element)
    const signer = identityProvider.certificates.find(({ sha256 }) => sha256 === judgement.verifiedBy)
    if (signer === undefined)
      return { kind: 'not-verified', trust, at: place, detail: 'No certificate verified the signature.' }
    const { x509 } = signer
    const evidence = { trust, at: place, expected: `valid at ${now.toISOString()}`, actual: describeCertificate(x509) }
    const ends = Date.parse(x509.validTo)
    if (ends < now.getTime()) return { kind: 'fault', code: 'saml.certificate.expired', ...evidence }
    if (Date.parse(x509.validFrom) > now.getTime())
      return { kind: 'fault', code: 'saml.certificate.not-yet-valid', ...evidence }
    if (isShort(x509)) {
      return {
        kind: 'fault',
        code: 'saml.certificate.short-key',
        ...evidence,
        expected: `RSA with ${SHORTEST_RSA_BITS} bits or more`,
      }
    }
    if (ends - now.getTime() < SOON_MS) return { kind: 'fault', code: 'saml.certificate.expires-soon', ...evidence }
    return { kind: 'passed', trust, at: place, actual: evidence.actual }
  },
)

function isShort({ publicKey }: X509Certificate): boolean {
  const bits = publicKey.asymmetricKeyDetails?.modulusLength
  return publicKey.asymmetricKeyType === 'rsa' && bits !== undefined && bits < SHORTEST_RSA_BITS
}
