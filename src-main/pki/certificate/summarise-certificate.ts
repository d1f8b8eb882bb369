import type { X509Certificate } from 'node:crypto'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import { curveBits } from '../key-pair/curve-bits.ts'
import { thumbprint } from './thumbprint.ts'

export function summariseCertificate(x509: X509Certificate): CertificateSummary {
  const subject = distinguishedName(x509.subject)
  return {
    name: commonName(x509.subject) ?? subject,
    subject,
    issuer: distinguishedName(x509.issuer),
    // OpenSSL writes capitals, BoringSSL does not.
    serial: x509.serialNumber.toLowerCase(),
    sha256: thumbprint(x509.raw),
    notBefore: new Date(x509.validFrom).toISOString(),
    notAfter: new Date(x509.validTo).toISOString(),
    ...describeKey(x509),
    pem: x509.toString(),
  }
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
const distinguishedName = (lines: string | undefined) => (lines ?? '').split('\n').join(', ')

function commonName(lines: string | undefined): string | undefined {
  const line = (lines ?? '').split('\n').findLast((candidate) => candidate.startsWith('CN='))
  return line?.slice('CN='.length).replace(/\\(.)/g, '$1')
}
