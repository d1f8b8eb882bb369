import { changing, type SamlFault } from '../fault.ts'
import { withEmail, withoutEmailName } from './email-attribute.ts'

export const emailMissing: SamlFault = {
  response: changing((assertion, { random }) => withEmail(withoutEmailName(assertion, random(16)), () => undefined)),
}
