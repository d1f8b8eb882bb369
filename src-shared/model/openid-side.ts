import { z } from 'zod'
import { ClientAuthenticationMethod } from './client-authentication.ts'
import { DiscoveryJudgement } from './discovery-judgement.ts'
import { EmailTrust } from './email-trust.ts'
import { Instant } from './instant.ts'
import { RedirectUri } from './redirect-uri.ts'

export const OpenidSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('url'), url: z.url() }),
  z.object({ kind: z.literal('file'), name: z.string() }),
  z.object({ kind: z.literal('paste') }),
])
export type OpenidSource = z.infer<typeof OpenidSource>

/** What an OpenID provider says of itself, as it was loaded and judged. */
export const LoadedOpenidProvider = z.object({
  source: OpenidSource,
  issuer: z.string().min(1),
  /** From where and as what it was served, redirects followed; null where it came from a file. */
  served: z.object({ url: z.string(), contentType: z.string().nullable() }).nullable(),
  /** As received. */
  discoveryJson: z.string(),
  /** As received; null where it was not fetched: no signature can be verified without it. */
  jwksJson: z.string().nullable(),
  loadedAt: Instant,
  judgement: DiscoveryJudgement,
})
export type LoadedOpenidProvider = z.infer<typeof LoadedOpenidProvider>

/** The public part of the key by which a client signs its assertions, to register at the provider. */
export const ClientKey = z.object({
  keyId: z.string(),
  algorithm: z.string(),
  /** A JWK Set with one key (RFC 7517 §5), as text. */
  jwksJson: z.string(),
})
export type ClientKey = z.infer<typeof ClientKey>

const Prompt = z.enum(['none', 'login', 'consent', 'select_account'])

/** What is asked for beside the usual; null or empty: not asked. */
export const LoginWishes = z.object({
  /** Beside `openid`, which is always asked for. */
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)).max(50),
  prompt: Prompt.nullable(),
  /** Seconds. */
  maximumAge: z.int().min(0).max(31_536_000).nullable(),
  acrValues: z.array(z.string().min(1)).max(20),
  loginHint: z.string().max(320).nullable(),
})
export type LoginWishes = z.infer<typeof LoginWishes>

/** The application as the provider knows it. Its secret and its private key stay where they were sealed. */
export const OpenidClient = z.object({
  clientId: z.string().min(1),
  authentication: ClientAuthenticationMethod,
  /** A secret is sealed on this computer. */
  hasSecret: z.boolean(),
  /** Of `private_key_jwt`. */
  key: ClientKey.nullable(),
  redirectUri: RedirectUri,
  /** Where the provider sends the browser after it signed out there. */
  postLogoutRedirectUri: RedirectUri.nullable(),
  wishes: LoginWishes,
  /** Tenants that may sign in: `tid` of Microsoft, `hd` of Google. Empty: whoever the issuer vouches for. */
  tenants: z.array(z.string().min(1)).max(200),
  emailTrust: EmailTrust,
  /** When what it says last changed: a test login before that is out of date. */
  changedAt: Instant,
})
export type OpenidClient = z.infer<typeof OpenidClient>

export const defaultLoginWishes: LoginWishes = {
  scopes: ['email', 'profile'],
  prompt: null,
  maximumAge: null,
  acrValues: [],
  loginHint: null,
}
