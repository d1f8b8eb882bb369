import { changing, type SamlFault } from '../fault.ts'
import { withEmail, withoutEmailName } from './email-attribute.ts'

export const emailMisnamed: SamlFault = {
  response: changing((assertion, { random }) =>
    withEmail(withoutEmailName(assertion, random(16)), (attribute) => ({
      ...attribute,
      name: 'E-Mail Address',
      friendlyName: undefined,
    })),
  ),
}
