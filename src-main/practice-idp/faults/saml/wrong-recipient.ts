import { changing, type SamlFault } from '../fault.ts'
import { TEST_SYSTEM } from './wrong-destination.ts'

/** SAML Profiles §4.1.4.2. */
export const wrongRecipient: SamlFault = {
  response: changing((assertion) => {
    const { confirmation } = assertion
    return { ...assertion, confirmation: confirmation && { ...confirmation, recipient: TEST_SYSTEM } }
  }),
}
