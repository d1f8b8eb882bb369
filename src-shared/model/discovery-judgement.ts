import { z } from 'zod'
import { Finding } from './finding.ts'

/** A key as a provider publishes it. */
export const ProviderKeySummary = z.object({
  id: z.string().nullable(),
  /** RFC 7638: names the key whatever its `id`. */
  thumbprint: z.string().nullable(),
  type: z.string(),
  curve: z.string().nullable(),
  bits: z.int().nullable(),
  algorithm: z.string().nullable(),
  use: z.string().nullable(),
})
export type ProviderKeySummary = z.infer<typeof ProviderKeySummary>

/** What an OpenID provider says of itself, read without trusting it yet. Null or empty where it does not say. */
export const OpenidProvider = z.object({
  issuer: z.string(),
  authorizationEndpoint: z.string().nullable(),
  tokenEndpoint: z.string().nullable(),
  userInfoEndpoint: z.string().nullable(),
  endSessionEndpoint: z.string().nullable(),
  jwksUri: z.string().nullable(),
  signingAlgorithms: z.array(z.string()),
  clientAuthentications: z.array(z.string()),
  scopes: z.array(z.string()),
  claims: z.array(z.string()),
  pushedAuthorizationRequests: z.boolean(),
  responseNamesIssuer: z.boolean(),
  keys: z.array(ProviderKeySummary),
})
export type OpenidProvider = z.infer<typeof OpenidProvider>

/** The judgement of a discovery document and its key set. */
export const DiscoveryJudgement = z.object({
  verdict: z.enum(['valid', 'invalid']),
  /** Null where the document could not be read. */
  provider: OpenidProvider.nullable(),
  findings: z.array(Finding),
})
export type DiscoveryJudgement = z.infer<typeof DiscoveryJudgement>
