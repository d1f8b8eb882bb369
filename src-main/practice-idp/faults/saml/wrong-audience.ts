import { changing, type SamlFault } from '../fault.ts'

export const ANOTHER_APPLICATION = 'urn:example:another-application'

/** SAML Core §2.5.1.4. */
export const wrongAudience: SamlFault = {
  response: changing((assertion) => {
    if (assertion.conditions === undefined) return assertion
    return { ...assertion, conditions: { ...assertion.conditions, audiences: [ANOTHER_APPLICATION] } }
  }),
}
