import type { CertificateSummary } from '#shared/model/certificate.ts'

/** As people compare certificates: name, serial number, end of the thumbprint, validity. */
export const describeSummary = ({ name, serial, sha256, notBefore, notAfter }: CertificateSummary): string =>
  `${name} · serial ${serial} · SHA-256 …${sha256.slice(-8)} · ${notBefore.slice(0, 10)} to ${notAfter.slice(0, 10)}`
