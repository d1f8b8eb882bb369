import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { readCertificates } from '#main/pki/certificate/read-certificate.ts'

const ARMOURED = /[-–—]{2,}\s*BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY/
const CERTIFICATE_TEXTS = /<(?:[\w.-]+:)?X509Certificate[^>]*>([^<]+)</g

/** Whether a private key was pasted into a document, armoured anywhere or in a certificate's place: then none of it is kept. */
export function holdsPrivateKey(text: string): boolean {
  return ARMOURED.test(text) || [...text.matchAll(CERTIFICATE_TEXTS)].some(([, inside = '']) => isPrivateKey(inside))
}

function isPrivateKey(text: string): boolean {
  try {
    readCertificates(text)
    return false
  } catch (error) {
    return error instanceof CertificateRefused && error.reason === 'private-key'
  }
}
