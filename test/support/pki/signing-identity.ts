import { randomBytes } from 'node:crypto'
import { makeSelfSigned } from '#main/pki/certificate/make-self-signed.ts'
import type { ReadCertificate } from '#main/pki/certificate/read-certificate.ts'
import { generateKeyPair, type KeyPair, type KeyPairKind } from '#main/pki/key-pair/generate-key-pair.ts'

export interface SigningIdentity extends KeyPair {
  readonly certificate: ReadCertificate
}

/** A fresh key and its self-signed certificate, valid through 2026 unless said otherwise. */
export async function makeSigningIdentity(
  kind: KeyPairKind = 'rsa-2048',
  { commonName = 'idp.example.com', notBefore = '2026-01-01T00:00:00Z', notAfter = '2027-01-01T00:00:00Z' } = {},
): Promise<SigningIdentity> {
  const keys = await generateKeyPair(kind)
  const certificate = await makeSelfSigned({
    ...keys,
    commonName,
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
    serial: randomBytes(16),
  })
  return { ...keys, certificate }
}
