import type { LoginStart } from '#shared/http-api/login-test.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import type { CaughtMessage } from '#shared/model/test-run.ts'

export interface BegunLogin {
  readonly request: { readonly id: string; readonly xml: string; readonly destination: string }
  readonly start: LoginStart
  /** The request to this address is caught. */
  readonly callbackUrl: string
  /** Of the configuration that is being tested. */
  readonly configurationSha256: string
  /** Judges what came back to this request, once. */
  readonly judge: (message: CaughtMessage, signal: AbortSignal) => Promise<JudgedLogin>
}

export interface JudgedLogin {
  readonly judgement: ResponseJudgement
  /** What a real sign-in would do; null where that is not known. */
  readonly outcome: Outcome | null
  readonly receipt: Receipt | null
}

/**
 * Who asks and who judges: the one whose connection it is.
 * @throws {InputRefused} from `begin` where nothing can be asked yet
 */
export interface LoginJudge {
  readonly begin: () => Promise<BegunLogin>
}
