import type { KeyObject } from 'node:crypto'
import { type ReadCertificate, readCertificate } from './read-certificate.ts'

export interface SelfSigning {
  readonly commonName: string
  /** RSA or EC P-256. */
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly notBefore: Date
  readonly notAfter: Date
  /** 8 to 20 random bytes (RFC 5280 §4.1.2.2). */
  readonly serial: Uint8Array
}

/** A self-signed end-entity certificate for signing and decryption: SAML trusts it by itself, not by a chain. */
export async function makeSelfSigned(signing: SelfSigning): Promise<ReadCertificate> {
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  const algorithm = algorithmOf(signing.privateKey)
  const keys = {
    privateKey: await importKey('pkcs8', signing.privateKey, algorithm, 'sign'),
    publicKey: await importKey('spki', signing.publicKey, algorithm, 'verify'),
  }
  const { digitalSignature, keyEncipherment } = x509.KeyUsageFlags
  const usage = algorithm.name === 'ECDSA' ? digitalSignature : digitalSignature | keyEncipherment
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: positive(signing.serial),
    name: [{ CN: [signing.commonName] }],
    notBefore: signing.notBefore,
    notAfter: signing.notAfter,
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(usage, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return readCertificate(new Uint8Array(certificate.rawData))
}

type Algorithm =
  | { name: 'ECDSA'; namedCurve: 'P-256'; hash: 'SHA-256' }
  | { name: 'RSASSA-PKCS1-v1_5'; hash: 'SHA-256' }

const algorithmOf = (key: KeyObject): Algorithm =>
  key.asymmetricKeyType === 'ec'
    ? { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** Node 20 has no KeyObject.toCryptoKey: the key goes through DER. */
function importKey(format: 'pkcs8' | 'spki', key: KeyObject, algorithm: Algorithm, usage: 'sign' | 'verify') {
  return crypto.subtle.importKey(format, key.export({ type: format, format: 'der' }), algorithm, true, [usage])
}

/** The first bit is the sign, and a serial number is positive. */
function positive(serial: Uint8Array): string {
  const bytes = Uint8Array.from(serial)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return Buffer.from(bytes).toString('hex')
}
