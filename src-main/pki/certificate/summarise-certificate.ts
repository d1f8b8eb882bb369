import type { X509Certificate } from 'node:crypto'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import { curveBits } from '../key-pair/curve-bits.ts'
import { thumbprint } from './thumbprint.ts'

export function summariseCertificate(x509: X509Certificate): CertificateSummary {
  return {
    ...summaryName(x509.subject),
    issuer: nameFrom(x509.issuer),
    // OpenSSL writes capitals, BoringSSL does not.
    serial: x509.serialNumber.toLowerCase(),
    sha256: thumbprint(x509.raw),
    notBefore: new Date(x509.validFrom).toISOString(),
    notAfter: new Date(x509.validTo).toISOString(),
    ...describeKey(x509),
    pem: x509.toString(),
  }
}

/** @param lines as Node writes them */
export function summaryName(lines: string | undefined): Pick<CertificateSummary, 'name' | 'subject'> {
  const subject = nameFrom(lines)
  return { name: commonName(lines) ?? subject, subject }
}

/** BoringSSL knows fewer curves than OpenSSL: a key it cannot read must not hide the certificate. */
function describeKey(x509: X509Certificate): Pick<CertificateSummary, 'keyType' | 'keyBits'> {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = x509.publicKey
    const bits = asymmetricKeyDetails?.modulusLength ?? curveBits(asymmetricKeyDetails?.namedCurve ?? null)
    return { keyType: asymmetricKeyType ?? 'unknown', keyBits: bits }
  } catch {
    return { keyType: 'unknown', keyBits: null }
  }
}

/** Node writes one attribute a line and escapes as RFC 4514 §2.4 does. */
export const nameFrom = (lines: string | undefined) => (lines ?? '').split('\n').join(', ')

function commonName(lines: string | undefined): string | undefined {
  const line = (lines ?? '').split('\n').findLast((candidate) => candidate.startsWith('CN='))
  return line?.slice('CN='.length).replace(/\\(.)/g, '$1')
}
