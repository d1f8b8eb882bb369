import { z } from 'zod'
import { Instant } from '#shared/model/instant.ts'
import { OpenidExchange, OpenidRun } from '#shared/model/openid-run.ts'
import { OpenidClient } from '#shared/model/openid-side.ts'
import { TokenSignature } from '#shared/model/token-judgement.ts'

/** The provider by its issuer and the addresses that a login goes to. */
export const ReportOpenidProvider = z.object({
  source: z.object({ kind: z.enum(['url', 'file', 'paste']), url: z.string().nullable() }),
  issuer: z.string(),
  authorizationEndpoint: z.string().nullable(),
  tokenEndpoint: z.string().nullable(),
  userInfoEndpoint: z.string().nullable(),
  jwksUri: z.string().nullable(),
  loadedAt: Instant,
})
export type ReportOpenidProvider = z.infer<typeof ReportOpenidProvider>

/** The application as the provider knows it; how it proves who it is, never with what. */
export const ReportOpenidClient = z.object({
  clientId: z.string(),
  authentication: OpenidClient.shape.authentication,
  /** `kid` of the key that signs its assertions, with `private_key_jwt`. */
  keyId: z.string().nullable(),
  redirectUri: z.string(),
  postLogoutRedirectUri: z.string().nullable(),
  /** `openid` among them. */
  scopes: z.array(z.string()),
  prompt: OpenidClient.shape.wishes.shape.prompt,
  /** Seconds. */
  maximumAge: z.number().nullable(),
  acrValues: z.array(z.string()),
  tenants: z.array(z.string()),
  emailTrust: OpenidClient.shape.emailTrust,
})
export type ReportOpenidClient = z.infer<typeof ReportOpenidClient>

/** What was asked and what came: as the run holds it, secrets, codes and tokens masked. */
export const ReportOpenidRun = z.object({
  request: OpenidRun.shape.request,
  callback: OpenidRun.shape.callback,
  exchanges: z.array(OpenidExchange),
  /** Header and claims of the ID Token, and UserInfo, as text; none in the redacted variant. */
  documents: z.record(z.string(), z.string()),
  signatures: z.array(TokenSignature),
  refresh: OpenidRun.shape.refresh,
  logout: OpenidRun.shape.logout,
})
export type ReportOpenidRun = z.infer<typeof ReportOpenidRun>
