import { changing, type SamlFault } from '../fault.ts'

const MINUTE = 60_000

/** SAML Core §2.5.1.2; Profiles §4.1.4.3. */
export const expiredResponse: SamlFault = {
  response: changing((assertion, { now }) => {
    const { confirmation, conditions } = assertion
    const notBefore = new Date(now.getTime() - 7 * MINUTE)
    const notOnOrAfter = new Date(now.getTime() - 2 * MINUTE)
    return {
      ...assertion,
      confirmation: confirmation && { ...confirmation, notOnOrAfter },
      conditions: conditions && { ...conditions, notBefore, notOnOrAfter },
    }
  }),
}
