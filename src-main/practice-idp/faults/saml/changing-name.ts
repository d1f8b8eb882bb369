import { messageId } from '#main/saml/message-id.ts'
import { NAME_ID_TRANSIENT } from '#main/saml/namespaces.ts'
import { changing, type SamlFault } from '../fault.ts'

/** SAML Core §8.3.8. */
export const changingName: SamlFault = {
  response: changing((assertion, { random }) => ({
    ...assertion,
    nameId: { value: messageId(random(16)), format: NAME_ID_TRANSIENT },
  })),
}
