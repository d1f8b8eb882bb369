import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import { BIT_STRING, context, INTEGER, NULL, SEQUENCE } from '../der/read-der.ts'
import { DerCursor, NotPlain } from './plain/der-cursor.ts'
import { passExtensions } from './plain/plain-extensions.ts'
import { plainName } from './plain/plain-name.ts'
import { type PlainRsaKey, plainRsaKey, positiveInteger } from './plain/plain-rsa-key.ts'
import { plainTime } from './plain/plain-time.ts'
import type { ReadCertificate } from './read-certificate.ts'
import { nameFrom, summaryName } from './summarise-certificate.ts'
import { thumbprint } from './thumbprint.ts'

/** More is no certificate of an identity provider. */
const MOST_BASE64 = 20_000

/**
 * A certificate as nearly all are built: DER, version 3, an RSA key, names in plain letters. Of such a one the same is said as
 * `node:crypto` would, which takes a tenth of a millisecond for each.
 * @param base64 without white space and armour
 * @returns undefined for whatever else it is: `readCertificate` has to look
 */
export function readPlainCertificate(base64: string): ReadCertificate | undefined {
  if (base64.length > MOST_BASE64 || base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined
  const der = Buffer.from(base64, 'base64')
  try {
    return new PlainCertificate(der, ...read(der))
  } catch (error) {
    if (error instanceof NotPlain) return undefined
    throw error
  }
}

class PlainCertificate implements ReadCertificate {
  readonly summary: CertificateSummary
  readonly der: Buffer
  readonly #key: PlainRsaKey
  #x509: X509Certificate | undefined

  constructor(der: Buffer, summary: CertificateSummary, key: PlainRsaKey) {
    this.der = der
    this.summary = summary
    this.#key = key
  }

  get x509(): X509Certificate {
    this.#x509 ??= new X509Certificate(this.der)
    return this.#x509
  }

  /** From its numbers in a fortieth of the time that the certificate takes. */
  get publicKey(): KeyObject {
    const { modulus, exponent } = this.#key
    const jwk = { kty: 'RSA', n: modulus.toString('base64url'), e: exponent.toString('base64url') }
    return createPublicKey({ key: jwk, format: 'jwk' })
  }
}

/** RFC 5280 §4.1. @throws {NotPlain} */
function read(der: Buffer): [summary: CertificateSummary, key: PlainRsaKey] {
  const document = new DerCursor(der)
  const certificate = document.enter(SEQUENCE)
  document.finish()
  const signed = certificate.enter(SEQUENCE)
  const algorithm = plainAlgorithm(certificate)
  if (certificate.take(BIT_STRING)[0] !== 0) throw new NotPlain()
  certificate.finish()

  const version = signed.enter(context(0)).take(INTEGER)
  if (version.length !== 1 || version[0] !== VERSION_3) throw new NotPlain()
  const serial = positiveInteger(signed.take(INTEGER)).toString('hex')
  if (serial.length > MOST_SERIAL || !signed.whole(SEQUENCE).equals(algorithm)) throw new NotPlain()
  const issuer = plainName(signed)
  const validity = signed.enter(SEQUENCE)
  const notBefore = plainTime(validity)
  const notAfter = plainTime(validity)
  validity.finish()
  const subject = plainName(signed)
  const key = plainRsaKey(signed)
  const extensions = signed.enter(context(3))
  passExtensions(extensions)
  extensions.finish()
  signed.finish()
  const summary: CertificateSummary = {
    ...summaryName(subject),
    issuer: nameFrom(issuer),
    serial,
    sha256: thumbprint(der),
    notBefore,
    notAfter,
    keyType: 'rsa',
    keyBits: key.bits,
    // Written when somebody looks: of thousands nobody does.
    get pem() {
      return pemOf(der)
    },
  }
  return [summary, key]
}

const VERSION_3 = 2
/** RFC 5280 §4.1.2.2: twenty octets, here in hexadecimal. */
const MOST_SERIAL = 40

/** An AlgorithmIdentifier without parameters, whole. @throws {NotPlain} */
function plainAlgorithm(cursor: DerCursor): Buffer {
  const whole = cursor.whole(SEQUENCE)
  const inside = new DerCursor(whole).enter(SEQUENCE)
  inside.identifier()
  if (!inside.isAtEnd && inside.take(NULL).length > 0) throw new NotPlain()
  inside.finish()
  return whole
}

const pemOf = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`
