import type { CertificateSummary } from '#shared/model/certificate.ts'

export const SHORTEST_RSA_BITS = 2048
const SMALLEST_CURVE_BITS = 256
export const SOON_MS = 30 * 24 * 3600 * 1000

type Dates = Pick<CertificateSummary, 'notBefore' | 'notAfter'>
type Key = Pick<CertificateSummary, 'keyType' | 'keyBits'>

/** What is to be said of a certificate's dates; undefined where nothing is. */
export function datesOf({ notBefore, notAfter }: Dates, now: Date) {
  const left = Date.parse(notAfter) - now.getTime()
  if (left < 0) return 'expired'
  if (Date.parse(notBefore) > now.getTime()) return 'not-yet-valid'
  return left < SOON_MS ? 'expires-soon' : undefined
}

/** What is to be said of a key's strength; undefined where nothing is, or the runtime cannot say how long it is. */
export function strengthOf({ keyType, keyBits }: Key) {
  if (keyBits === null) return undefined
  if (keyType === 'rsa' && keyBits < SHORTEST_RSA_BITS) return 'short'
  return keyType === 'ec' && keyBits < SMALLEST_CURVE_BITS ? 'weak-curve' : undefined
}

/** What is to be said of the hash a certificate is signed over. */
export function hashOf(hash: string | null) {
  if (hash === 'sha1') return 'sha1'
  return hash === 'md2' || hash === 'md4' || hash === 'md5' ? 'broken-hash' : undefined
}
