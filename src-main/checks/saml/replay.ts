import { onAssertion } from '../reading/on-assertion.ts'

/** Each assertion signs someone in once (SAML Profiles §4.1.4.5). Whoever signs people in must also check and remember at once. */
export const assertionIsNew = onAssertion('saml.replay', ({ id, issuer, view }, { wasUsed }, trust) => {
  if (wasUsed === undefined)
    return { kind: 'not-verified', trust, at: view, detail: 'Nobody keeps track of used assertions here.' }
  if (id === undefined || issuer === undefined)
    return { kind: 'not-verified', trust, at: view, detail: 'It has no ID or no issuer.' }
  if (wasUsed(issuer.value, id)) return { kind: 'fault', code: 'saml.replay.seen', trust, at: view, actual: id }
  return { kind: 'passed', trust, at: view, actual: id }
})
