import 'reflect-metadata'
import { generateKeyPairSync, type KeyObject, randomBytes, webcrypto } from 'node:crypto'
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequestGenerator,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import type { SigningIdentity } from './signing-identity.ts'

type Hash = 'SHA-1' | 'SHA-256' | 'SHA-384'

export interface Issuing {
  readonly name: string
  readonly by?: SigningIdentity
  readonly isAuthority?: boolean
  readonly hash?: Hash
  readonly kind?: 'rsa' | 'P-256' | 'P-384'
}

/** A certificate signed by another, or by itself, as an authority's or an end entity's. */
export async function issueCertificate({
  name,
  by,
  isAuthority = false,
  hash = 'SHA-256',
  kind = 'rsa',
}: Issuing): Promise<SigningIdentity> {
  const pair = makePair(kind)
  const signer = by ?? pair
  const signing = algorithmOf(signer.privateKey, hash)
  const certificate = await X509CertificateGenerator.create({
    serialNumber: `40${randomBytes(15).toString('hex')}`,
    subject: `CN=${name}`,
    issuer: by?.certificate.x509.subject ?? `CN=${name}`,
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2027-01-01T00:00:00Z'),
    signingAlgorithm: signing,
    signingKey: await load('pkcs8', signer.privateKey, signing, 'sign'),
    publicKey: await load('spki', pair.publicKey, algorithmOf(pair.privateKey, hash), 'verify'),
    extensions: [
      new BasicConstraintsExtension(isAuthority, undefined, true),
      new KeyUsagesExtension(isAuthority ? KeyUsageFlags.keyCertSign : KeyUsageFlags.digitalSignature, true),
      new SubjectAlternativeNameExtension([{ type: 'dns', value: `${name}.example` }]),
    ],
  })
  return { ...pair, certificate: readCertificate(new Uint8Array(certificate.rawData)) }
}

/** DER of a request for the key. */
export async function requestCertificate({ privateKey, publicKey }: SigningIdentity): Promise<Buffer> {
  const signingAlgorithm = algorithmOf(privateKey, 'SHA-256')
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: 'CN=wanted.example',
    signingAlgorithm,
    keys: {
      privateKey: await load('pkcs8', privateKey, signingAlgorithm, 'sign'),
      publicKey: await load('spki', publicKey, signingAlgorithm, 'verify'),
    },
    extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: 'wanted.example' }])],
  })
  return Buffer.from(request.rawData)
}

const makePair = (kind: Exclude<Issuing['kind'], undefined>) =>
  kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: kind })

type Algorithm = { name: string; hash: Hash; namedCurve?: string }

const algorithmOf = (key: KeyObject, hash: Hash): Algorithm =>
  key.asymmetricKeyType === 'ec'
    ? { name: 'ECDSA', namedCurve: curves[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? 'P-256', hash }
    : { name: 'RSASSA-PKCS1-v1_5', hash }

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  'P-256': 'P-256',
  'P-384': 'P-384',
}

const load = (type: 'pkcs8' | 'spki', key: KeyObject, algorithm: Algorithm, usage: 'sign' | 'verify') =>
  webcrypto.subtle.importKey(type, key.export({ type, format: 'der' }) as Buffer<ArrayBuffer>, algorithm, true, [usage])
