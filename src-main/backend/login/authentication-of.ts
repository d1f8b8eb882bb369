import type { Identity } from '#shared/model/identity.ts'

/** Entra ID names every method here, and this one where there were several. */
const METHODS = 'http://schemas.microsoft.com/claims/authnmethodsreferences'
const SEVERAL = 'http://schemas.microsoft.com/claims/multipleauthn'

/** How the identity provider says it made sure of the person: an authentication context (SAML Core §2.7.2.2) or `acr`. */
export const authenticationOf = ({ attributes, authnContext }: Pick<Identity, 'attributes' | 'authnContext'>) =>
  attributes[METHODS]?.includes(SEVERAL) === true ? SEVERAL : authnContext
