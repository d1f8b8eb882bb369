import type { CheckOf } from '../finding/outcome.ts'
import type { PlacedSignature, ResponseSubject } from '../reading/response-subject.ts'

const insideUnknown = 'What is encrypted could not be opened, so it is not known whether it is signed inside.'

/** Is there a signature where the policy wants one? Whether it holds is for the checks below it. */
export const signatureIsThere: CheckOf<ResponseSubject, 'saml.signature'> = {
  code: 'saml.signature',
  run({ signatures, response, context, sealed }) {
    const at = response.element.view
    const has = (covers: PlacedSignature['covers']) => signatures.some((signature) => signature.covers === covers)
    const { requireSigned } = context.policy
    if (sealed && !has('assertion') && requireSigned !== 'response')
      return { kind: 'not-verified', trust: 'unverified', at, detail: insideUnknown }
    if (signatures.length === 0) return { kind: 'fault', code: 'saml.signature.missing', trust: 'unverified', at }
    if (!has('response') && (requireSigned === 'response' || requireSigned === 'both')) {
      return { kind: 'fault', code: 'saml.signature.response-missing', trust: 'unverified', at }
    }
    if (!has('assertion') && (requireSigned === 'assertion' || requireSigned === 'both')) {
      return { kind: 'fault', code: 'saml.signature.assertion-missing', trust: 'unverified', at }
    }
    const everyOneHolds = signatures.every(({ judgement }) => judgement.verified !== undefined)
    const actual = `signed: ${signatures.map(({ covers }) => covers).join(' and ')}`
    return { kind: 'passed', trust: everyOneHolds ? 'verified' : 'unverified', at, actual }
  },
}
