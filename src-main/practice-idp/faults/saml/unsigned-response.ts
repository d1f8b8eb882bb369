import type { SamlFault } from '../fault.ts'

/** SAML Profiles §4.1.3.5: by HTTP-POST an assertion must be signed. */
export const unsignedResponse: SamlFault = {
  response: (response) => ({ ...response, signing: undefined }),
}
