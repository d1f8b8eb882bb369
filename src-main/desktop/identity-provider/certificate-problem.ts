import { type CertificateRefusal, CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { type ReadCertificate, readCertificate, readCertificates } from '#main/pki/certificate/read-certificate.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'

/** The one certificate that somebody typed or pasted. @throws {InputRefused} naming the field */
export const readGivenCertificate = (text: string): ReadCertificate => orRefuse(() => readCertificate(text))

/** One or several. @throws {InputRefused} naming the field */
export const readGivenCertificates = (text: string): readonly ReadCertificate[] =>
  orRefuse(() => readCertificates(text))

function orRefuse<Read>(read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    // Without its cause: what was pasted may be a private key.
    if (error instanceof CertificateRefused) throw new InputRefused(problems[error.reason], 'certificate')
    throw error
  }
}

const problems: Readonly<Record<CertificateRefusal, ProblemCode>> = {
  empty: 'certificate.empty',
  'private-key': 'certificate.private-key',
  'certificate-request': 'certificate.request',
  'public-key': 'certificate.public-key',
  several: 'certificate.several',
  'web-page': 'certificate.web-page',
  metadata: 'certificate.metadata',
  'not-a-certificate': 'certificate.not-a-certificate',
}
