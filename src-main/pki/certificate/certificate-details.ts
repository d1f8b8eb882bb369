import { createHash, type X509Certificate } from 'node:crypto'
import type { CertificateDetails, KeyFacts } from '#shared/model/key-material.ts'
import { describeKey } from '../key-pair/describe-key.ts'
import { keyUsageOf } from './key-usage.ts'
import type { ReadCertificate } from './read-certificate.ts'
import { signatureAlgorithmOf } from './signature-algorithm.ts'

export function certificateDetails({ x509, summary }: ReadCertificate): CertificateDetails {
  const { name, hash } = signatureAlgorithmOf(x509.raw)
  const key = factsOf(x509)
  return {
    ...summary,
    sha1: createHash('sha1').update(x509.raw).digest('hex'),
    signatureAlgorithm: name,
    signatureHash: hash,
    curve: key?.curve ?? null,
    publicKeySha256: key?.publicKeySha256 ?? null,
    isSelfSigned: x509.issuer === x509.subject && isSignedBy(x509, x509),
    isAuthority: x509.ca,
    keyUsage: keyUsageOf(x509.raw),
    alternativeNames: x509.subjectAltName?.split(', ') ?? [],
  }
}

/** Whether one certificate's key signed the other. Names alone prove nothing. */
export function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey)
  } catch {
    return false
  }
}

/** BoringSSL knows fewer curves than OpenSSL: a key it cannot read must not hide the certificate. */
function factsOf(x509: X509Certificate): KeyFacts | undefined {
  try {
    return describeKey(x509.publicKey)
  } catch {
    return undefined
  }
}
