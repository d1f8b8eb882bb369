import type { SamlFault } from '../fault.ts'

/** As where the identity provider begins (SAML Profiles §4.1.5). */
export const answerToNobody: SamlFault = {
  response: (response) => {
    const { assertion } = response
    const confirmation = assertion?.confirmation && { ...assertion.confirmation, inResponseTo: undefined }
    return { ...response, inResponseTo: undefined, assertion: assertion && { ...assertion, confirmation } }
  },
}
