import { changing, type SamlFault } from '../fault.ts'
import { withEmail } from './email-attribute.ts'

export const emailEmpty: SamlFault = {
  response: changing((assertion) => withEmail(assertion, (attribute) => ({ ...attribute, values: [''] }))),
}
