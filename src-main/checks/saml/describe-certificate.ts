import type { X509Certificate } from 'node:crypto'

/** As people compare certificates: name, serial number, end of the thumbprint, validity. */
export function describeCertificate(certificate: X509Certificate): string {
  const from = dayOf(certificate.validFrom)
  const to = dayOf(certificate.validTo)
  return `${commonNameOf(certificate)} · serial ${certificate.serialNumber} · SHA-256 …${sha256Of(certificate).slice(-8)} · ${from} to ${to}`
}

/** Lower-case hexadecimal. */
export const sha256Of = (certificate: X509Certificate): string =>
  certificate.fingerprint256.replaceAll(':', '').toLowerCase()

function commonNameOf({ subject }: X509Certificate): string {
  return /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')
}

const dayOf = (date: string) => new Date(date).toISOString().slice(0, 10)
