import { changing, type SamlFault } from '../fault.ts'

const MINUTE = 60_000

/** SAML Core §2.5.1.2. */
export const notYetValid: SamlFault = {
  response: changing((assertion, { now }) => {
    const { conditions } = assertion
    const notBefore = new Date(now.getTime() + 10 * MINUTE)
    const notOnOrAfter = new Date(now.getTime() + 15 * MINUTE)
    return { ...assertion, conditions: conditions && { ...conditions, notBefore, notOnOrAfter } }
  }),
}
