import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import { onResponse } from '../reading/on-assertion.ts'
import { clockText, distance } from './window.ts'

/** Ours: a login takes seconds, so an older response was kept back. */
const MAXIMUM_AGE_MS = 10 * 60 * 1000

/** Also the measure of the identity provider's clock: what it calls now, against what we do. */
export const responseIsFresh = onResponse('saml.issue-instant', ({ issueInstant, view }, context, trust) => {
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
})
