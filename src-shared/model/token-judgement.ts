import { z } from 'zod'
import { Finding } from './finding.ts'
import { Timing, Verdict } from './judgement.ts'
import { Profile } from './profile.ts'

const JsonObject = z.record(z.string(), z.json())

/** Who signed in, read from verified claims alone. */
export const TokenIdentity = z.object({
  /** `sub`: with `issuer` it names the user for ever. */
  subject: z.string(),
  issuer: z.string(),
  /** `tid` of Microsoft, `hd` of Google. */
  tenant: z.string().nullable(),
  /** `sid`, for logout. */
  sessionId: z.string().nullable(),
  /** Seconds since 1970. */
  authenticationTime: z.number().nullable(),
  acr: z.string().nullable(),
  amr: z.array(z.string()),
  claims: JsonObject,
  profile: Profile,
})
export type TokenIdentity = z.infer<typeof TokenIdentity>

export const TokenSignature = z.object({
  covers: z.literal('token'),
  algorithm: z.string(),
  keyId: z.string().nullable(),
  /** RFC 7638, of the key of the provider that verified it. */
  keyThumbprint: z.string().optional(),
  verified: z.boolean(),
})
export type TokenSignature = z.infer<typeof TokenSignature>

/** What `claimcheck token --format json` prints. */
export const TokenJudgement = z.object({
  verdict: Verdict,
  /** As it was read, believed or not. Null where it could not be read. */
  token: z.object({ encrypted: z.boolean(), header: JsonObject, claims: JsonObject }).nullable(),
  /** Null unless accepted. */
  identity: TokenIdentity.nullable(),
  findings: z.array(Finding),
  signatures: z.array(TokenSignature),
  timing: Timing,
})
export type TokenJudgement = z.infer<typeof TokenJudgement>

/** The judgement of a back-channel logout token. */
export const LogoutTokenJudgement = z.object({
  verdict: Verdict,
  /** Whose sessions end; null unless accepted. */
  logout: z
    .object({ issuer: z.string(), subject: z.string().nullable(), sessionId: z.string().nullable(), id: z.string() })
    .nullable(),
  findings: z.array(Finding),
  signatures: z.array(TokenSignature),
  timing: Timing,
})
export type LogoutTokenJudgement = z.infer<typeof LogoutTokenJudgement>
