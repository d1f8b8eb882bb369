import 'reflect-metadata'
import { generateKeyPairSync, type KeyObject, randomBytes, webcrypto } from 'node:crypto'
import { X509CertificateGenerator } from '@peculiar/x509'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import type { SigningIdentity } from './signing-identity.ts'

/** Keys that the product itself never makes, and yet meets. */
export const makeRsa1024 = () =>
  certify(generateKeyPairSync('rsa', { modulusLength: 1024 }), { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' })

export const makeEcP384 = () =>
  certify(generateKeyPairSync('ec', { namedCurve: 'P-384' }), {
    name: 'ECDSA',
    namedCurve: 'P-384',
    hash: 'SHA-384',
  })

type Algorithm = { name: string; hash: string; namedCurve?: string }

async function certify(
  { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject },
  algorithm: Algorithm,
): Promise<SigningIdentity> {
  const load = (type: 'pkcs8' | 'spki', key: KeyObject, usage: 'sign' | 'verify') =>
    webcrypto.subtle.importKey(type, key.export({ type, format: 'der' }) as Buffer<ArrayBuffer>, algorithm, true, [
      usage,
    ])
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: `40${randomBytes(15).toString('hex')}`,
    name: 'CN=idp.example.com',
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2027-01-01T00:00:00Z'),
    signingAlgorithm: algorithm,
    keys: { privateKey: await load('pkcs8', privateKey, 'sign'), publicKey: await load('spki', publicKey, 'verify') },
  })
  return { privateKey, publicKey, certificate: readCertificate(new Uint8Array(certificate.rawData)) }
}
