import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import type { ElementView } from '#main/xml/tree/element-view.ts'
import type { CheckOf, Outcome, Trust } from '../finding/outcome.ts'
import type { ResponseSubject } from '../reading/response-subject.ts'
import type { ResponseContext } from '../response-context.ts'
import { clockText, distance } from './window.ts'

/** Ours: a login takes seconds, so an older response was kept back. */
const MAXIMUM_AGE_MS = 10 * 60 * 1000

type Judged = Outcome<'saml.issue-instant'>

/**
 * Of the Response and of the assertion: where only the assertion is signed, anyone could date the Response anew. Also the measure
 * of the identity provider's clock: what it calls now, against what we do.
 */
export const responseIsFresh: CheckOf<ResponseSubject, 'saml.issue-instant'> = {
  code: 'saml.issue-instant',
  run({ response, assertion, context }) {
    const ofResponse = judge(response.element, context, response.trust)
    if (assertion === undefined) return ofResponse
    const ofAssertion = judge(assertion.element, context, assertion.trust)
    if (ofResponse.kind === 'fault' && ofAssertion.kind === 'fault' && ofResponse.code !== ofAssertion.code)
      return [ofResponse, ofAssertion]
    if (ofResponse.kind === 'fault') return ofResponse
    return ofAssertion.kind === 'fault' || response.trust === 'unverified' ? ofAssertion : ofResponse
  },
}

interface Issued {
  readonly issueInstant: string | undefined
  readonly view: ElementView
}

function judge({ issueInstant, view }: Issued, context: ResponseContext, trust: Trust): Judged {
  const issued = issueInstant === undefined ? undefined : parseSamlTime(issueInstant)
  if (issueInstant === undefined || issued === undefined) {
    return { kind: 'fault', code: 'saml.issue-instant.unreadable', trust, at: view, actual: issueInstant }
  }
  const skew = context.policy.clockSkewSeconds * 1000
  const evidence = {
    trust,
    at: view,
    expected: clockText(context),
    actual: `${issueInstant} (${distance(issueInstant, context.now)})`,
  }
  const age = context.now.getTime() - issued
  if (age < -skew) return { kind: 'fault', code: 'saml.issue-instant.in-the-future', ...evidence }
  if (age > MAXIMUM_AGE_MS + skew) return { kind: 'fault', code: 'saml.issue-instant.too-old', ...evidence }
  return { kind: 'passed', ...evidence }
}
