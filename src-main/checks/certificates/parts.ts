import type { CheckOf } from '../finding/outcome.ts'
import { type CertificateSubject, trust } from './each-certificate.ts'

export const partsAreReadable: CheckOf<CertificateSubject, 'certificate.readable'> = {
  code: 'certificate.readable',
  run({ material }) {
    const { unreadable, certificates, requests, privateKeys, publicKeys } = material
    if (unreadable > 0) {
      const actual = unreadable === 1 ? 'one part' : `${unreadable} parts`
      return { kind: 'fault', code: 'certificate.readable.damaged', trust, actual }
    }
    // A request is told of by its own check.
    if (certificates.length > 0 || requests.length > 0) return { kind: 'passed', trust }
    const [publicKey] = publicKeys
    if (publicKey !== undefined && privateKeys.length === 0) {
      const actual = publicKeys
        .map(({ keyType, keyBits }) => `${keyType.toUpperCase()} ${keyBits ?? ''}`.trim())
        .join('\n')
      return { kind: 'fault', code: 'certificate.readable.public-key', trust, actual }
    }
    const actual = 'a private key'
    const alone = publicKeys.length + privateKeys.length
    return {
      kind: 'fault',
      code: 'certificate.readable.no-certificate',
      trust,
      actual: alone === 1 ? actual : `${alone} keys`,
    }
  },
}

export const requestsAreSigned: CheckOf<CertificateSubject, 'certificate.request'> = {
  code: 'certificate.request',
  run({ material: { requests } }) {
    return requests.map(({ isSignedByItself, subject, signatureAlgorithm }) => ({
      kind: 'fault',
      code: isSignedByItself === false ? 'certificate.request.not-signed' : 'certificate.request.given',
      trust,
      actual: `${subject} · ${signatureAlgorithm}`,
    }))
  },
}
