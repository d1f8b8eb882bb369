import { z } from 'zod'
import { call, event, Nothing } from './declare.ts'

/** What the slim bar above a foreign sign-in page shows. */
export const LoginBarState = z.object({
  /** `test`: the answer is caught. `sign-in`: a real sign-in, nothing is caught. */
  purpose: z.enum(['test', 'sign-in']),
  phase: z.enum(['opening', 'browsing', 'caught', 'failed']),
  /** Of the foreign page, without what follows the path; empty before the first one. */
  address: z.string(),
  /** `local`: unencrypted, but on this computer. */
  connection: z.enum(['none', 'secure', 'local', 'insecure']),
  /** Why it failed, one sentence; null unless it did. */
  says: z.string().nullable(),
})
export type LoginBarState = z.infer<typeof LoginBarState>

/** The bar's whole contract: it can ask what to show, and stop. */
export const loginBarContract = {
  loginBar: {
    state: call(Nothing, LoginBarState),
    stop: call(Nothing, Nothing),
    changed: event(LoginBarState),
  },
}
