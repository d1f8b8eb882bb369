import type { Fault } from './fault.ts'

const ANOTHER_APPLICATION = 'urn:example:another-application'

/** SAML Core §2.5.1.4. */
export const wrongAudience: Fault = {
  id: 'wrong-audience',
  name: 'Wrong audience',
  does: 'Issues the assertion for another application.',
  teaches: 'The entity ID entered at the identity provider must be ours, character for character.',
  finding: 'saml.audience.mismatch',
  apply: (response) => {
    const { assertion } = response
    if (assertion?.conditions === undefined) return response
    const conditions = { ...assertion.conditions, audiences: [ANOTHER_APPLICATION] }
    return { ...response, assertion: { ...assertion, conditions } }
  },
}
