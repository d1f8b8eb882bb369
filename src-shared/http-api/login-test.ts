import { z } from 'zod'
import { ConnectionId, FlowId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { ResponseJudgement } from '../model/judgement.ts'
import { Outcome } from '../model/outcome.ts'
import { Receipt } from '../model/receipt.ts'
import { TokenIdentity, TokenJudgement } from '../model/token-judgement.ts'
import { ADMIN_API, route } from './route.ts'

/** Where a browser begins: an address, or a form to post there. */
export const LoginStart = z.object({
  url: z.url(),
  /** Fields of a self-posting form (HTTP-POST binding); null for HTTP-Redirect. */
  form: z.record(z.string(), z.string()).nullable(),
})
export type LoginStart = z.infer<typeof LoginStart>

export const LoginTest = z.object({
  id: FlowId,
  start: LoginStart,
  /** Null for OpenID Connect: there it is the address itself. */
  request: z.object({ id: z.string(), xml: z.string() }).nullable(),
  /** ACS URL or redirect URI: the request to this address is caught and handed in below, never sent there. */
  acsUrl: z.url(),
  expiresAt: Instant,
})
export type LoginTest = z.infer<typeof LoginTest>

/** What a browser was about to post to the ACS URL. */
export const PostedResponse = z.strictObject({
  samlResponse: z.string().max(1_500_000),
  relayState: z.string().max(10_000).nullable(),
})

export const JudgedLogin = z.object({
  judgement: ResponseJudgement,
  /** What a real sign-in would do to this person's account; null where there is no identity. */
  outcome: Outcome.nullable(),
  receipt: Receipt,
})

/** One request that the backend made to the provider, and its answer; secrets masked. */
export const OidcExchange = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  form: z.record(z.string(), z.string()).nullable(),
  answer: z
    .object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string().nullable() })
    .nullable(),
  failure: z.string().nullable(),
})
export type OidcExchange = z.infer<typeof OidcExchange>

const Claims = z.record(z.string(), z.unknown())
/** A `TokenJudgement`: claims are any JSON, which is not spelled out here, for a schema of itself has no place in the document. */
const AnsweredTokenJudgement = z.object({
  ...TokenJudgement.shape,
  token: z.object({ encrypted: z.boolean(), header: Claims, claims: Claims }).nullable(),
  identity: TokenIdentity.extend({ claims: Claims }).nullable(),
})

export const JudgedOidcLogin = z.object({
  judgement: AnsweredTokenJudgement,
  /** The token request and what followed, in order. */
  exchanges: z.array(OidcExchange),
  outcome: Outcome.nullable(),
  receipt: Receipt,
})

/** Of a provider or a draft alike. */
const tests = `${ADMIN_API}/providers/:id/test`

export const startLoginTest = route({
  method: 'POST',
  path: tests,
  summary: 'Begin a test login: the backend builds the request and will judge the response; no session, no user',
  params: z.object({ id: ConnectionId }),
  scope: 'sso:test',
  success: { status: 201, body: z.object({ test: LoginTest }) },
})
export const judgeLoginTest = route({
  method: 'POST',
  path: `${tests}/:testId/response`,
  summary: 'Hand in what the identity provider posted, and get it judged',
  params: z.object({ id: ConnectionId, testId: FlowId }),
  scope: 'sso:test',
  body: PostedResponse.meta({
    examples: [{ samlResponse: 'PHNhbWxwOlJlc3BvbnNlPi4uLg==', relayState: 'as it was sent' }],
  }),
  success: { status: 200, body: JudgedLogin },
})
export const judgeOidcLoginTest = route({
  method: 'POST',
  path: `${tests}/:testId/callback`,
  summary: 'Hand in what the OpenID provider sent the browser back with; the backend redeems the code and judges',
  params: z.object({ id: ConnectionId, testId: FlowId }),
  scope: 'sso:test',
  body: z
    .strictObject({
      /** Query of the redirect URI, or the form that was posted there, without the question mark. */
      callback: z.string().min(1).max(100_000),
    })
    .meta({ examples: [{ callback: 'code=a-code&state=as-it-was-sent&iss=https%3A%2F%2Fop.acme.example' }] }),
  success: { status: 200, body: JudgedOidcLogin },
})
