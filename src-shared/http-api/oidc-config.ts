import { z } from 'zod'
import { EmailTrust } from '../model/email-trust.ts'
import { JudgingMode } from '../model/policy.ts'
import { ClaimMapping } from '../model/profile.ts'

/** How the client proves to the token endpoint who it is (OpenID Connect Core §9). `none`: PKCE alone, without a secret. */
export const OidcClientAuthentication = z.enum(['client_secret_basic', 'client_secret_post', 'none'])
export type OidcClientAuthentication = z.infer<typeof OidcClientAuthentication>

/** RFC 6749 §3.3. */
const Scope = z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/)

const needs = {
  clientId: z.string().trim().min(1).max(1_024),
  discoveryUrl: z.url(),
}
const mayHave = {
  /** Sealed at rest, never answered. The mask sent back means "unchanged". Needed unless `clientAuthentication` is `none`. */
  clientSecret: z.string().min(1).max(4_096),
  /** Left out: by Basic where the provider takes that, else by Post. */
  clientAuthentication: OidcClientAuthentication,
  /** Tenants that may sign in: `tid` of Microsoft, `hd` of Google. Google: the provider's domains where left out. */
  tenants: z.array(z.string().trim().min(1).max(255)).min(1).max(500),
  /** Fixed when the client was registered. Left out: any that the provider announces. */
  signingAlgorithm: z.enum(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']),
  /** Beside openid. Left out: email and profile. */
  scopes: z.array(Scope).max(20),
  prompt: z.enum(['login', 'consent', 'select_account']),
  /** Seconds after which the person has to sign in at the provider again (`max_age`). */
  maximumAge: z.int().min(0).max(31_536_000),
  /** One of these authentication contexts is wanted and demanded (`acr_values`). */
  acrValues: z.array(Scope).min(1).max(20),
  attributeMapping: ClaimMapping,
  /** `provider` holds for domains alone that the organisation has proven. */
  emailTrust: EmailTrust,
  /** The provider's own page may begin (OpenID Connect Core §4): it sends the person to `initiateLoginUrl`. */
  allowIdpInitiated: z.boolean(),
  /** Sign-ins are judged strictly unless this exempts the connection: what interop warns of is then let in. */
  judgingMode: JudgingMode,
}

export const OidcConfig = z.strictObject({ ...needs, ...z.object(mayHave).partial().shape })
export type OidcConfig = z.infer<typeof OidcConfig>

type Nullish<Shape extends z.ZodRawShape> = { [Name in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[Name]>> }
const nullish = <Shape extends z.ZodRawShape>(shape: Shape) =>
  Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, (schema as z.ZodType).nullish()]),
  ) as unknown as Nullish<Shape>

/** What is left out stays as it is; null takes an optional field away. */
export const OidcConfigChange = z.strictObject({ ...z.object(needs).partial().shape, ...nullish(mayHave) })
export type OidcConfigChange = z.infer<typeof OidcConfigChange>

/** Our side of an OpenID Connect connection, as it is entered at the provider (S04). */
export const RelyingPartyHandOut = z.object({
  /** Null while it is not known. */
  clientId: z.string().nullable(),
  discoveryUrl: z.url().nullable(),
  redirectUri: z.url(),
  postLogoutRedirectUri: z.url(),
  backchannelLogoutUrl: z.url(),
  initiateLoginUrl: z.url(),
  startUrl: z.url(),
  scopes: z.array(z.string()),
})
export type RelyingPartyHandOut = z.infer<typeof RelyingPartyHandOut>
