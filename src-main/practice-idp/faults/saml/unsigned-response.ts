import type { Fault } from './fault.ts'

/** SAML Profiles §4.1.3.5: by HTTP-POST an assertion must be signed. */
export const unsignedResponse: Fault = {
  id: 'unsigned-response',
  name: 'Unsigned response',
  does: 'Signs neither the response nor the assertion.',
  teaches: 'Without a signature anyone could have written the response, so no one is signed in.',
  finding: 'saml.signature.missing',
  apply: (response) => ({ ...response, signing: undefined }),
}
