import { z } from 'zod'

/** The provider picker's entries (S06). */
export const ProviderId = z.enum([
  'okta',
  'entra',
  'google-workspace',
  'google',
  'onelogin',
  'pingone',
  'ad-fs',
  'jumpcloud',
  'rippling',
  'auth0',
  'custom-saml',
  'generic-oidc',
])
export type ProviderId = z.infer<typeof ProviderId>
