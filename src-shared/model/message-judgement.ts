import { z } from 'zod'
import { Finding } from './finding.ts'
import { SignatureSummary, Timing, Verdict } from './judgement.ts'

const judged = {
  verdict: Verdict,
  findings: z.array(Finding),
  signatures: z.array(SignatureSummary),
  timing: Timing,
}

/** What `claimcheck logout --format json` prints. */
export const LogoutJudgement = z.object({
  ...judged,
  /** Null where the message could not be read. */
  logout: z
    .object({
      kind: z.enum(['LogoutRequest', 'LogoutResponse']),
      id: z.string().nullable(),
      issuer: z.string().nullable(),
      nameId: z.string().nullable(),
      sessionIndexes: z.array(z.string()),
      inResponseTo: z.string().nullable(),
    })
    .nullable(),
})
export type LogoutJudgement = z.infer<typeof LogoutJudgement>

/** What `claimcheck request --format json` prints. */
export const RequestJudgement = z.object({
  ...judged,
  /** Null where the message could not be read. */
  request: z
    .object({
      id: z.string().nullable(),
      issuer: z.string().nullable(),
      destination: z.string().nullable(),
      acsUrl: z.string().nullable(),
      nameIdFormat: z.string().nullable(),
      forceAuthn: z.boolean(),
      isPassive: z.boolean(),
    })
    .nullable(),
})
export type RequestJudgement = z.infer<typeof RequestJudgement>
