import { z } from 'zod'
import { AttemptId, ConnectionId, UserId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { listAnswer, listQueryWith } from './list.ts'
import { ADMIN_API, route } from './route.ts'

/** One login that reached the backend. Ids and codes only: no message, no claim. */
export const SignInAttempt = z.object({
  /** What a refused person reads out to their administrator. */
  id: AttemptId,
  connectionId: ConnectionId.nullable(),
  userId: UserId.nullable(),
  at: Instant,
  result: z.enum(['accepted', 'refused']),
  reason: z.string().nullable(),
  /** Findings of severity error. */
  codes: z.array(z.string()),
})
export type SignInAttempt = z.infer<typeof SignInAttempt>

export const listSignIns = route({
  method: 'GET',
  path: `${ADMIN_API}/sign-ins`,
  summary: 'Read the log of sign-ins, the newest first; or look up one number',
  scope: 'audit:read',
  withoutLicence: true,
  query: listQueryWith({ id: AttemptId.optional(), result: z.enum(['accepted', 'refused']).optional() }),
  success: { status: 200, body: listAnswer({ signIns: z.array(SignInAttempt) }) },
})
