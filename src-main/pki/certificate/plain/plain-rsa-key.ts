import { BIT_STRING, INTEGER, NULL, SEQUENCE } from '../../der/read-der.ts'
import { DerCursor, NotPlain } from './der-cursor.ts'

const RSA_ENCRYPTION = '2a864886f70d010101'
const LEAST_BITS = 512
const MOST_BITS = 16_384

export interface PlainRsaKey {
  /** Both without zeros in front. */
  readonly modulus: Buffer
  readonly exponent: Buffer
  readonly bits: number
}

/** The RSA key of a SubjectPublicKeyInfo (RFC 3279 §2.3.1). @throws {NotPlain} for every other key */
export function plainRsaKey(cursor: DerCursor): PlainRsaKey {
  const info = cursor.enter(SEQUENCE)
  const algorithm = info.enter(SEQUENCE)
  if (algorithm.identifier() !== RSA_ENCRYPTION || algorithm.take(NULL).length > 0) throw new NotPlain()
  algorithm.finish()
  const encoded = info.take(BIT_STRING)
  info.finish()
  if (encoded[0] !== 0) throw new NotPlain()
  const outer = new DerCursor(encoded, 1)
  const key = outer.enter(SEQUENCE)
  outer.finish()
  const modulus = positiveInteger(key.take(INTEGER))
  const exponent = positiveInteger(key.take(INTEGER))
  key.finish()
  const bits = 8 * modulus.length - Math.clz32(modulus[0] ?? 0) + 24
  const isOdd = (octets: Buffer) => ((octets.at(-1) ?? 0) & 1) === 1
  if (bits < LEAST_BITS || bits > MOST_BITS || exponent.length > 8 || !isOdd(modulus) || !isOdd(exponent))
    throw new NotPlain()
  return { modulus, exponent, bits }
}

/** Its octets without the zero in front that only says that it is not negative (X.690 §8.3). @throws {NotPlain} */
export function positiveInteger(octets: Buffer): Buffer {
  const [first = 0x80, second = 0] = octets
  if (first >= 0x80 || (first === 0 && second < 0x80)) throw new NotPlain()
  return first === 0 ? octets.subarray(1) : octets
}
