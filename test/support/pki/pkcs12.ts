import forge from 'node-forge'
import type { SigningIdentity } from './signing-identity.ts'

/** A .pfx file with key and certificate, as Windows made them (`3des`) or as they are made now (`aes256`). RSA only. */
export function pkcs12(
  { privateKey, certificate }: SigningIdentity,
  passphrase: string,
  algorithm: '3des' | 'aes256',
  count = 2_048,
): Buffer {
  const key = forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  const certificates = [forge.pki.certificateFromPem(certificate.summary.pem)]
  const asn1 = forge.pkcs12.toPkcs12Asn1(key, certificates, passphrase, { algorithm, count })
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1')
}

/** A .p7b file: certificates and nothing else. */
export function pkcs7(...identities: readonly SigningIdentity[]): Buffer {
  const message = forge.pkcs7.createSignedData()
  for (const { certificate } of identities) message.addCertificate(certificate.summary.pem)
  return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'latin1')
}
