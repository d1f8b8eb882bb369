import { onEachCertificate } from './each-certificate.ts'
import { datesOf } from './weakness.ts'

/** RFC 5280 §4.1.2.5. */
export const certificatesAreCurrent = onEachCertificate('certificate.validity', (certificate, { context: { now } }) => {
  const way = datesOf(certificate, now)
  return way && { code: `certificate.validity.${way}`, expected: `valid at ${now.toISOString()}` }
})
