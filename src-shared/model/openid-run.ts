import { z } from 'zod'
import { Instant } from './instant.ts'
import { TokenSignature } from './token-judgement.ts'
import { WhatIf } from './what-if.ts'

const Fields = z.record(z.string(), z.string())

/** One request to the provider that this computer made, and its answer. Secrets and tokens in it are masked. */
export const OpenidExchange = z.object({
  /** What it was for. */
  purpose: z.enum(['pushed-request', 'token', 'user-info', 'refresh', 'key-set', 'other']),
  method: z.string(),
  url: z.string(),
  headers: Fields,
  /** Fields of the form that was sent; null where there was none. */
  form: Fields.nullable(),
  /** Null where no answer came. */
  answer: z.object({ status: z.int(), headers: Fields, body: z.string().nullable() }).nullable(),
  /** Why no answer came. */
  failure: z.string().nullable(),
})
export type OpenidExchange = z.infer<typeof OpenidExchange>

const JsonObject = z.record(z.string(), z.json())

/** What a test login by OpenID Connect has beside one by SAML. No code, no token, no secret is in it. */
export const OpenidRun = z.object({
  request: z.object({
    /** Where the browser was sent, without the parameters. */
    endpoint: z.string(),
    /** What was asked; pushed parameters too. */
    parameters: Fields,
    /** The parameters went to the provider directly (RFC 9126). */
    isPushed: z.boolean(),
    redirectUri: z.string(),
  }),
  /** Parameters the browser came back with; the code is masked. Null before it did. */
  callback: z.object({ receivedAt: Instant, url: z.string(), parameters: Fields }).nullable(),
  exchanges: z.array(OpenidExchange),
  /** As it was read, believed or not; null where none came. */
  token: z.object({ encrypted: z.boolean(), header: JsonObject, claims: JsonObject }).nullable(),
  /** What findings point into, by the name that they give it: `header`, `payload`, `userinfo`. */
  documents: Fields,
  signatures: z.array(TokenSignature),
  /** What a refresh brought; null where there was nothing to refresh. */
  refresh: z.object({ worked: z.boolean(), says: z.string() }).nullable(),
  /** The sign-out at the provider; null where it was not asked for. */
  logout: z.object({ worked: z.boolean(), says: z.string() }).nullable(),
  /** Single changes with which what came would be accepted. */
  whatIf: z.array(WhatIf),
})
export type OpenidRun = z.infer<typeof OpenidRun>
