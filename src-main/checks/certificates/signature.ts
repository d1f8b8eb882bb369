import { onEachCertificate } from './each-certificate.ts'
import { hashOf } from './weakness.ts'

export const signaturesAreCurrent = onEachCertificate('certificate.signature', (certificate) => {
  const way = hashOf(certificate.signatureHash)
  return (
    way && {
      code: `certificate.signature.${way}`,
      expected: 'SHA-256 or stronger',
      actual: certificate.signatureAlgorithm,
    }
  )
})
