import type { ReadCertificate } from '#main/pki/certificate/read-certificate.ts'

/** Whose signature over metadata is believed. */
export interface SignatureTrust {
  /** Certificates of whoever publishes the metadata, from elsewhere than the metadata; undefined where none was given. */
  readonly trustedCertificates?: readonly ReadCertificate[] | undefined
}
