import type { CertificateSummary } from '#shared/model/certificate.ts'

/** As people compare it: nothing in it was signed by anyone. */
export const aCertificate = (changes: Partial<CertificateSummary> = {}): CertificateSummary => ({
  name: 'Practice identity provider',
  subject: 'CN=Practice identity provider',
  issuer: 'CN=Practice identity provider',
  serial: '3F09A1C2',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  notBefore: '2026-06-01T00:00:00.000Z',
  notAfter: '2028-06-01T00:00:00.000Z',
  keyType: 'RSA',
  keyBits: 2048,
  pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  ...changes,
})
