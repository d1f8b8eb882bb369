import { z } from 'zod'
import { ConnectionId, FlowId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { ResponseJudgement } from '../model/judgement.ts'
import { Outcome } from '../model/outcome.ts'
import { Receipt } from '../model/receipt.ts'
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
  request: z.object({ id: z.string(), xml: z.string() }),
  /** The POST to this address is caught and handed in below, never sent there. */
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
