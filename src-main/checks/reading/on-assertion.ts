import type { AssertionElement } from '#main/saml/element/assertion.ts'
import type { ResponseElement } from '#main/saml/element/response.ts'
import type { CheckCode } from '#shared/findings/catalogue.ts'
import type { CheckOf, Outcome, Trust } from '../finding/outcome.ts'
import type { ResponseContext } from '../response-context.ts'
import type { ResponseSubject } from './response-subject.ts'

type Judge<Element, Code extends CheckCode> = (
  element: Element,
  context: ResponseContext,
  trust: Trust,
) => Outcome<Code> | readonly Outcome<Code>[]

/** A check of what the Response says. */
export function onResponse<Code extends CheckCode>(
  code: Code,
  judge: Judge<ResponseElement, Code>,
): CheckOf<ResponseSubject, Code> {
  return { code, run: ({ response, context }) => judge(response.element, context, response.trust) }
}

/** A check of what the assertion says; `not-verified` where there is none to read. */
export function onAssertion<Code extends CheckCode>(
  code: Code,
  judge: Judge<AssertionElement, Code>,
): CheckOf<ResponseSubject, Code> {
  return {
    code,
    run: ({ assertion, context }) =>
      assertion === undefined ? noAssertion : judge(assertion.element, context, assertion.trust),
  }
}

export const noAssertion = {
  kind: 'not-verified',
  trust: 'unverified',
  detail: 'There is no assertion to read.',
} as const
