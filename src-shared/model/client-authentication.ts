import { z } from 'zod'

/** How a client proves to the token endpoint who it is, in the words of OpenID Connect Core §9. */
export const ClientAuthenticationMethod = z.enum([
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
  'none',
])
export type ClientAuthenticationMethod = z.infer<typeof ClientAuthenticationMethod>
