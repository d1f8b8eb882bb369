import { onEachCertificate } from './each-certificate.ts'
import { SHORTEST_RSA_BITS, strengthOf } from './weakness.ts'

export const keysAreStrong = onEachCertificate('certificate.key', (certificate) => {
  const { keyType, keyBits } = certificate
  const actual = keyBits === null ? keyType.toUpperCase() : `${keyType.toUpperCase()} ${keyBits}`
  if (keyType === 'unknown') return { detail: 'This computer’s cryptography does not know the kind of key.' }
  if (keyType !== 'rsa' && keyType !== 'ec')
    return { code: 'certificate.key.unusual', expected: 'RSA, or EC on P-256, P-384 or P-521', actual }
  const way = strengthOf(certificate)
  if (way === undefined) return undefined
  const expected = way === 'short' ? `RSA with ${SHORTEST_RSA_BITS} bits or more` : 'P-256 or larger'
  return { code: `certificate.key.${way}`, expected, actual }
})
