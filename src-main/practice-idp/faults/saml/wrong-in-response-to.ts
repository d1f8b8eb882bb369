import { messageId } from '#main/saml/message-id.ts'
import type { SamlFault } from '../fault.ts'

/** SAML Profiles §4.1.4.2. */
export const wrongInResponseTo: SamlFault = {
  response: (response, { random }) => {
    const inResponseTo = messageId(random(16))
    const { assertion } = response
    const confirmation = assertion?.confirmation && { ...assertion.confirmation, inResponseTo }
    return { ...response, inResponseTo, assertion: assertion && { ...assertion, confirmation } }
  },
}
