import { onEachCertificate } from './each-certificate.ts'

/** Of those that begin a chain: issuers further up are authorities by right. */
export const certificatesMaySign = onEachCertificate('certificate.purpose', (certificate, { material }) => {
  if (!material.chains.some(([end]) => end === certificate.sha256)) return undefined
  const { keyUsage, isAuthority } = certificate
  // Many products make their self-signed certificate an authority; only one that may not sign messages cannot be right.
  if (keyUsage === null || keyUsage.includes('digitalSignature')) return undefined
  const actual = keyUsage.join(', ')
  if (isAuthority) return { code: 'certificate.purpose.authority', actual }
  return { code: 'certificate.purpose.no-signing', expected: 'digitalSignature', actual }
})
