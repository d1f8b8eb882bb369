import { z } from 'zod'
import { ConnectionId, TestRunId } from './ids.ts'
import { Instant } from './instant.ts'
import { ResponseJudgement, Verdict } from './judgement.ts'
import { OpenidRun } from './openid-run.ts'
import { Outcome } from './outcome.ts'
import { Problem } from './problem.ts'
import { Receipt } from './receipt.ts'

/** One thing that passed during a test login. Cookies and passwords are gone before it is made. */
export const TimelineEvent = z.object({
  /** Milliseconds since the run began. */
  at: z.number().min(0),
  kind: z.enum([
    'opened',
    'request',
    'redirect',
    'page',
    'form',
    'caught',
    'tls-error',
    'network-error',
    'closed',
    'judged',
  ]),
  method: z.string().nullable(),
  url: z.string().nullable(),
  status: z.int().nullable(),
  /** One short sentence. */
  says: z.string(),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>

/** `application`: an application elsewhere, judged here. `draft`: the tenant backend's draft, judged there. */
export const TestTarget = z.enum(['application', 'draft'])
export type TestTarget = z.infer<typeof TestTarget>

export const CaughtMessage = z.object({
  receivedAt: Instant,
  postedTo: z.string(),
  /** The form field as it was posted, Base64. */
  samlResponse: z.string(),
  relayState: z.string().nullable(),
  /** Decoded; null where it is not Base64 of UTF-8. */
  xml: z.string().nullable(),
})
export type CaughtMessage = z.infer<typeof CaughtMessage>

/** One test login, whole: what was asked, what passed, what came, and the judgement. Never makes a session or a user (B50). */
export const TestRun = z.object({
  id: TestRunId,
  connectionId: ConnectionId,
  target: TestTarget,
  state: z.enum(['running', 'judged', 'stopped', 'failed']),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  request: z.object({ id: z.string(), xml: z.string(), destination: z.string() }).nullable(),
  timeline: z.array(TimelineEvent),
  message: CaughtMessage.nullable(),
  /** Of a login by OpenID Connect; null for SAML. */
  openid: OpenidRun.nullable().default(null),
  /** A token's judgement has the same form: its claims are the attributes, `sub` the name. */
  judgement: ResponseJudgement.nullable(),
  outcome: Outcome.nullable(),
  /** Why it stopped or failed. */
  problem: Problem.nullable(),
  /** SHA-256 of the configuration that was tested. */
  configurationSha256: z.string(),
  receipt: Receipt.nullable(),
})
export type TestRun = z.infer<typeof TestRun>

/** A run without what was said in it: enough for a list of many. */
export const TestRunSummary = TestRun.pick({
  id: true,
  connectionId: true,
  target: true,
  state: true,
  startedAt: true,
}).extend({ verdict: Verdict.nullable() })
export type TestRunSummary = z.infer<typeof TestRunSummary>
