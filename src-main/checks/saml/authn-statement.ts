import type { AuthnStatementElement } from '#main/saml/element/authn-statement.ts'
import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import type { Outcome, Trust } from '../finding/outcome.ts'
import { onAssertion } from '../reading/on-assertion.ts'
import type { ResponseContext } from '../response-context.ts'
import { clockText, distance, momentOfEnd } from './window.ts'

/** Beyond these the list says nothing new. */
const MOST_FAULTS = 4

/** SAML Profiles §4.1.4.2: a login needs at least one; SAML Core §2.7.2: when, how, and until when. */
export const userHasSignedIn = onAssertion('saml.authn-statement', ({ authnStatements, view }, context, trust) => {
  const [statement] = authnStatements
  if (statement === undefined) return { kind: 'fault', code: 'saml.authn-statement.missing', trust, at: view }
  const faults = authnStatements
    .flatMap((each) => [judgeInstant(each, context, trust), judgeSessionEnd(each, context, trust)])
    .filter((outcome) => outcome.kind === 'fault')
    .slice(0, MOST_FAULTS)
  if (faults.length > 0) return faults
  return {
    kind: 'passed',
    trust,
    at: statement.view,
    actual: `${statement.authnInstant} by ${statement.contextClass ?? 'unknown means'}`,
  }
})

type Judged = Outcome<'saml.authn-statement'>

function judgeInstant({ authnInstant, view }: AuthnStatementElement, context: ResponseContext, trust: Trust): Judged {
  const time = authnInstant === undefined ? undefined : parseSamlTime(authnInstant)
  if (authnInstant === undefined || time === undefined) {
    return { kind: 'fault', code: 'saml.authn-statement.unreadable', trust, at: view, actual: authnInstant }
  }
  const skew = context.policy.clockSkewSeconds * 1000
  const age = context.now.getTime() - time
  const evidence = { trust, at: view, actual: `${authnInstant} (${distance(authnInstant, context.now)})` }
  if (age < -skew)
    return { kind: 'fault', code: 'saml.authn-statement.in-the-future', ...evidence, expected: clockText(context) }
  const limit = context.maximumAuthenticationAge
  if (limit !== undefined && age > limit * 1000 + skew) {
    return { kind: 'fault', code: 'saml.authn-statement.too-old', ...evidence, expected: `at most ${limit} s ago` }
  }
  return { kind: 'passed', ...evidence }
}

function judgeSessionEnd(
  { sessionNotOnOrAfter, view }: AuthnStatementElement,
  context: ResponseContext,
  trust: Trust,
): Judged {
  const end = momentOfEnd(sessionNotOnOrAfter, context)
  if (end === 'unreadable') {
    return { kind: 'fault', code: 'saml.authn-statement.unreadable', trust, at: view, actual: sessionNotOnOrAfter }
  }
  if (end !== 'past') return { kind: 'passed', trust, at: view }
  const actual = `${sessionNotOnOrAfter} (${distance(sessionNotOnOrAfter ?? '', context.now)})`
  return {
    kind: 'fault',
    code: 'saml.authn-statement.session-over',
    trust,
    at: view,
    expected: clockText(context),
    actual,
  }
}
