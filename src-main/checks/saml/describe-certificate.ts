import type { X509Certificate } from 'node:crypto'

const described = new WeakMap<X509Certificate, string>()

/** As people compare certificates: name, serial number, thumbprint, validity. Each is read once: its text is slow to take apart. */
export function describeCertificate(certificate: X509Certificate): string {
  const known = described.get(certificate) ?? describe(certificate)
  described.set(certificate, known)
  return known
}

function describe(certificate: X509Certificate): string {
  const from = dayOf(certificate.validFrom)
  const to = dayOf(certificate.validTo)
  return `${commonNameOf(certificate)} · serial ${certificate.serialNumber} · SHA-256 ${sha256Of(certificate)} · ${from} to ${to}`
}

/** Lower-case hexadecimal. */
export const sha256Of = (certificate: X509Certificate): string =>
  certificate.fingerprint256.replaceAll(':', '').toLowerCase()

/** Node gives no subject where it is empty, whatever its types say. */
function commonNameOf({ subject = '' }: { readonly subject?: string }): string {
  return /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')
}

/** Anyone can put a certificate into a message, and its dates need not be any. */
function dayOf(date: string): string {
  const time = Date.parse(date)
  return Number.isNaN(time) ? 'no date' : new Date(time).toISOString().slice(0, 10)
}
