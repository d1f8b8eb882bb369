import type { Check, CheckOf } from '../finding/outcome.ts'
import type { TrustedCertificate } from '../response-context.ts'
import { certificateIsValid } from '../saml/certificate.ts'
import { describeCertificate } from '../saml/describe-certificate.ts'
import type { SignatureSubject } from '../saml/on-signature.ts'
import { signatureAlgorithmIsStrong } from '../saml/signature-algorithm.ts'
import { signedContentIsUnchanged } from '../saml/signature-digest.ts'
import { signatureIsWellMade } from '../saml/signature-shape.ts'
import { signatureIsByKnownKey } from '../saml/signature-value.ts'
import type { QuerySignatureJudgement } from './query-signature.ts'

/** Checks of a signature in the XML, the same as for responses. */
export const xmlSignatureChecks: readonly Check<SignatureSubject>[] = [
  signatureIsWellMade,
  signatureAlgorithmIsStrong,
  signedContentIsUnchanged,
  signatureIsByKnownKey,
  certificateIsValid,
]

export interface QuerySubject {
  readonly querySignature: QuerySignatureJudgement
  readonly certificates: readonly TrustedCertificate[]
}

/** A signature in the address (SAML Bindings §3.4.4.1). */
export const querySignatureHolds: CheckOf<QuerySubject, 'saml.redirect-signature'> = {
  code: 'saml.redirect-signature',
  run({ querySignature, certificates }) {
    const { incomplete, method, methodUri, value, verifiedBy } = querySignature
    const trust = value === 'verified' ? 'verified' : 'unverified'
    if (incomplete) return { kind: 'fault', code: 'saml.redirect-signature.incomplete', trust }
    if (method === undefined)
      return { kind: 'fault', code: 'saml.redirect-signature.unknown-algorithm', trust, actual: methodUri }
    const weak =
      method.hash === 'sha1'
        ? [{ kind: 'fault', code: 'saml.redirect-signature.sha-1', trust, actual: methodUri } as const]
        : []
    if (certificates.length === 0) {
      return [...weak, { kind: 'not-verified', trust, detail: 'No certificate of the sender was given.' }]
    }
    if (value === 'verified') {
      const signer = certificates.find(({ sha256 }) => sha256 === verifiedBy)
      return [...weak, { kind: 'passed', trust, actual: signer && describeCertificate(signer.x509) }]
    }
    const expected = certificates.map(({ x509 }) => describeCertificate(x509)).join('\n')
    return [...weak, { kind: 'fault', code: 'saml.redirect-signature.wrong-key', trust, expected }]
  },
}
