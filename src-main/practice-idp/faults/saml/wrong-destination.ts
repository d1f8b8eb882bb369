import type { SamlFault } from '../fault.ts'

export const TEST_SYSTEM = 'https://staging.example.com/saml/acs'

/** SAML Core §3.2.2. */
export const wrongDestination: SamlFault = {
  response: (response) => ({ ...response, destination: TEST_SYSTEM }),
}
