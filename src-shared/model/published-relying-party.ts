import { z } from 'zod'

/** The tenant backend's side of a connection by OpenID Connect, to hand over to the provider (S04). */
export const PublishedRelyingParty = z.object({
  redirectUri: z.url(),
  postLogoutRedirectUri: z.url(),
  backchannelLogoutUrl: z.url(),
  initiateLoginUrl: z.url(),
})
export type PublishedRelyingParty = z.infer<typeof PublishedRelyingParty>
