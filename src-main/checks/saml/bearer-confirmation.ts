import type { SubjectConfirmationElement } from '#main/saml/element/subject.ts'
import { CONFIRMATION_BEARER, CONFIRMATION_HOLDER_OF_KEY } from '#main/saml/namespaces.ts'
import type { CheckOf, Outcome, Trust } from '../finding/outcome.ts'
import { noAssertion } from '../reading/on-assertion.ts'
import type { ResponseSubject } from '../reading/response-subject.ts'

/** At least one bearer confirmation; a key holder's proof is never taken for granted (SAML Profiles §3.1, §3.3). */
export const assertionIsForBearer: CheckOf<ResponseSubject, 'saml.confirmation'> = {
  code: 'saml.confirmation',
  run({ assertion, confirmation }) {
    if (assertion === undefined) return noAssertion
    const { trust, element } = assertion
    const at = element.subjects[0]?.view ?? element.view
    if (confirmation !== undefined) return { kind: 'passed', trust, at: confirmation.view }
    const methods = element.subjects.flatMap(({ confirmations }) => confirmations.map(({ method }) => method ?? 'none'))
    const evidence = { trust, at, expected: CONFIRMATION_BEARER, actual: methods.join(', ') || 'none' }
    if (methods.includes(CONFIRMATION_HOLDER_OF_KEY))
      return { kind: 'fault', code: 'saml.confirmation.holder-of-key', ...evidence }
    return { kind: 'fault', code: 'saml.confirmation.missing', ...evidence }
  },
}

/** A check of the bearer confirmation that comes closest to holding. */
export function onConfirmation<
  Code extends 'saml.recipient' | 'saml.confirmation-time' | 'saml.confirmation-request' | 'saml.confirmation-address',
>(
  code: Code,
  judge: (confirmation: SubjectConfirmationElement, context: ResponseSubject['context'], trust: Trust) => Outcome<Code>,
): CheckOf<ResponseSubject, Code> {
  return {
    code,
    run({ assertion, confirmation, context }) {
      if (assertion === undefined) return noAssertion
      if (confirmation === undefined) {
        return { kind: 'not-verified', trust: assertion.trust, detail: 'There is no bearer confirmation to read.' }
      }
      return judge(confirmation, context, assertion.trust)
    },
  }
}
