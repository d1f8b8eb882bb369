import type { X509Certificate } from 'node:crypto'
import type { TrustedCertificate } from '#main/checks/response-context.ts'
import type { ReadCertificate } from '#main/pki/certificate/read-certificate.ts'

export const trusted = ({ x509, summary }: ReadCertificate): TrustedCertificate => ({ sha256: summary.sha256, x509 })

/** Whether XML signatures can be verified with it here: RSA or EC. */
export function canVerify({ x509 }: { readonly x509: X509Certificate }): boolean {
  try {
    const type = x509.publicKey.asymmetricKeyType
    return type === 'rsa' || type === 'ec'
  } catch {
    return false
  }
}

/** Each certificate once, in order. */
export const eachOnce = (certificates: readonly TrustedCertificate[]): TrustedCertificate[] => [
  ...new Map(certificates.map((certificate) => [certificate.sha256, certificate])).values(),
]
