import { changing, type SamlFault } from '../fault.ts'
import { withEmail } from './email-attribute.ts'

export const emailTwice: SamlFault = {
  response: changing((assertion) =>
    withEmail(assertion, (attribute) => ({
      ...attribute,
      values: [...attribute.values, ...attribute.values.map((address) => `old.${address}`)],
    })),
  ),
}
