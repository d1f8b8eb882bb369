import type { LoginStart } from '#shared/http-api/login-test.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import type { OpenidRun } from '#shared/model/openid-run.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import type { CaughtMessage } from '#shared/model/test-run.ts'
import type { CaughtCallback, LoginInterrupted } from './login-transport.ts'

export type BegunLogin = BegunSamlLogin | BegunOpenidLogin

export interface BegunSamlLogin {
  readonly request: { readonly id: string; readonly xml: string; readonly destination: string }
  readonly start: LoginStart
  /** The request to this address is caught. */
  readonly callbackUrl: string
  /** Of the configuration that is being tested. */
  readonly configurationSha256: string
  /** Judges what came back to this request, once. */
  readonly judge: (message: CaughtMessage, signal: AbortSignal) => Promise<JudgedLogin>
}

export interface BegunOpenidLogin {
  /** What was asked, and what went over the wire to ask it. */
  readonly openid: OpenidRun
  /** The provider would not take the request: nobody signs in. */
  readonly refused?: LoginInterrupted | undefined
  readonly start: LoginStart
  /** The request to this address is caught, whatever stands in its query. */
  readonly callbackUrl: string
  readonly configurationSha256: string
  /** The sign-out at the provider is tested as well. */
  readonly signsOut?: boolean | undefined
  /** Redeems and judges what came back, once. `onChange` is told as soon as there is more to show. */
  readonly judge: (
    caught: CaughtCallback,
    signal: AbortSignal,
    onChange: (openid: OpenidRun) => void,
  ) => Promise<JudgedLogin & { readonly openid: OpenidRun; readonly signOut?: SignOut | undefined }>
}

/** Where the browser is sent to sign out at the provider. Its address holds a token: it is written down nowhere. */
export interface SignOut {
  readonly start: LoginStart
  readonly callbackUrl: string
  readonly state: string
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
export interface LoginJudge<Begun extends BegunLogin = BegunLogin> {
  readonly begin: () => Promise<Begun>
}
