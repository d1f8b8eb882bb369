import { changing, type SamlFault } from '../fault.ts'
import { withEmail } from './email-attribute.ts'

const TENANT = 'example.onmicrosoft.com'

export const userNameAsEmail: SamlFault = {
  response: changing((assertion) =>
    withEmail(assertion, (attribute) => ({
      ...attribute,
      values: attribute.values.map((address) => `${address.split('@')[0]}@${TENANT}`),
    })),
  ),
}
