import type { Leaf } from '#main/saml/element/leaf.ts'
import type { Trust } from '../finding/outcome.ts'
import { onAssertion, onResponse } from '../reading/on-assertion.ts'

const notGiven = (trust: Trust) =>
  ({ kind: 'not-verified', trust, detail: "The identity provider's entity ID was not given." }) as const

const differs = (issuer: Leaf, expected: string, trust: Trust) => ({
  trust,
  at: issuer,
  expected,
  actual: issuer.value,
})

/** A signed Response must carry the Issuer; where one is, it must be the connection's (SAML Profiles §4.1.4.2). */
export const responseIssuerIsKnown = onResponse(
  'saml.response-issuer',
  ({ issuer, view }, { identityProvider }, trust) => {
    const { entityId } = identityProvider
    if (issuer === undefined) {
      if (trust === 'verified')
        return { kind: 'fault', code: 'saml.response-issuer.missing', trust, at: view, expected: entityId }
      return { kind: 'passed', trust, at: view, detail: 'There is none, and the response is not signed.' }
    }
    if (entityId === undefined) return notGiven(trust)
    if (issuer.value === entityId) return { kind: 'passed', trust, at: issuer, actual: issuer.value }
    return { kind: 'fault', code: 'saml.response-issuer.mismatch', ...differs(issuer, entityId, trust) }
  },
)

/** SAML Core §2.3.3. Only this connection's keys are tried, whatever the message says its issuer is. */
export const assertionIssuerIsKnown = onAssertion(
  'saml.assertion-issuer',
  ({ issuer, view }, { identityProvider }, trust) => {
    const { entityId } = identityProvider
    if (issuer === undefined)
      return { kind: 'fault', code: 'saml.assertion-issuer.missing', trust, at: view, expected: entityId }
    if (entityId === undefined) return notGiven(trust)
    if (issuer.value === entityId) return { kind: 'passed', trust, at: issuer, actual: issuer.value }
    return { kind: 'fault', code: 'saml.assertion-issuer.mismatch', ...differs(issuer, entityId, trust) }
  },
)
