/** Why text or bytes are not the one certificate that was asked for. */
export type CertificateRefusal =
  | 'empty'
  | 'private-key'
  | 'certificate-request'
  | 'public-key'
  | 'several'
  | 'web-page'
  | 'metadata'
  | 'not-a-certificate'

/** Carries the reason alone: what was pasted may be a private key and is never kept. */
export class CertificateRefused extends Error {
  override readonly name = 'CertificateRefused'
  readonly reason: CertificateRefusal

  constructor(reason: CertificateRefusal) {
    super(reason)
    this.reason = reason
  }
}
