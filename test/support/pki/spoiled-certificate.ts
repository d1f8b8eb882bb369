import type { SigningIdentity } from './signing-identity.ts'

const RSA_ENCRYPTION = Buffer.from('06092a864886f70d010101', 'hex')

/** A certificate whose key is of a kind nobody knows; Node parses it, and throws when it is asked for the key. */
export function withUnreadableKey({ certificate }: SigningIdentity): Buffer {
  const der = Buffer.from(certificate.x509.raw)
  der[der.indexOf(RSA_ENCRYPTION) + RSA_ENCRYPTION.length - 1] = 99
  return der
}

/** A certificate whose validity begins at no time; Node parses it, and says “Bad time value”. */
export function withUnreadableTime({ certificate }: SigningIdentity): Buffer {
  const der = Buffer.from(certificate.x509.raw)
  der.write('26010100000xZ', der.indexOf('260101000000Z'))
  return der
}
