import type { AssertionElement } from '#main/saml/element/assertion.ts'
import type { SubjectConfirmationElement } from '#main/saml/element/subject.ts'
import { CONFIRMATION_BEARER } from '#main/saml/namespaces.ts'
import type { ResponseContext } from '../response-context.ts'
import { judgeConfirmationRequest, judgeConfirmationTime, judgeRecipient } from '../saml/judge-confirmation.ts'

/**
 * One confirmation must satisfy every rule by itself (SAML Profiles §4.1.4.3): never one rule by the first and another by the
 * second. The one with the fewest faults is judged in public.
 */
export function chooseConfirmation(
  { subjects }: AssertionElement,
  context: ResponseContext,
): SubjectConfirmationElement | undefined {
  const bearers = subjects.flatMap(({ confirmations }) =>
    confirmations.filter(({ method }) => method === CONFIRMATION_BEARER),
  )
  if (bearers.length < 2) return bearers[0]
  const faultsOf = (confirmation: SubjectConfirmationElement) =>
    [judgeRecipient, judgeConfirmationTime, judgeConfirmationRequest].filter(
      (judge) => judge(confirmation, context, 'unverified').kind === 'fault',
    ).length
  return bearers.reduce((best, next) => (faultsOf(next) < faultsOf(best) ? next : best))
}
