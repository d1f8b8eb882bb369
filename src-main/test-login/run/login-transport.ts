import type { LoginStart } from '#shared/http-api/login-test.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { TimelineEvent } from '#shared/model/test-run.ts'
import { type ProblemCode, problem } from '#shared/problems/problem-catalogue.ts'

/** What a transport saw; when is written down by the run. Passwords and cookies are gone already. */
export type SeenEvent = Omit<TimelineEvent, 'at'>

/** The request that the identity provider's page made to the callback, as it was made; it went nowhere. */
export interface CaughtCallback extends Caught {
  /** In the same browser, signed in as it is; there where `goesOn` was asked for. */
  readonly goOn?: (start: LoginStart, callback: Callback, signal: AbortSignal) => Promise<Caught>
  /** Ends the browser that was kept for going on. */
  readonly done?: () => void
}

/** What is caught. `anyQuery`: its query may hold more than is asked for, as an authorization response does. */
export interface Callback {
  readonly url: string
  readonly anyQuery?: boolean
}

interface Caught {
  readonly method: string
  readonly url: string
  readonly body: Uint8Array
}

/** Carries a person through a sign-in, in whatever browser it has. */
export interface LoginTransport {
  /**
   * Resolves with the first request to `callback.url`, which is never sent there. `goesOn`: the browser is kept until `done`.
   * @throws {LoginInterrupted} when `signal` aborts, the person gives up, or a page cannot be loaded
   */
  readonly login: (
    start: LoginStart,
    callback: Callback & { readonly goesOn?: boolean },
    signal: AbortSignal,
    onEvent: (event: SeenEvent) => void,
  ) => Promise<CaughtCallback>
}

/** The sign-in did not come to its end. `stopped`: somebody wanted that. `failed`: something was in the way. */
export class LoginInterrupted extends Error {
  override readonly name = 'LoginInterrupted'
  readonly how: 'stopped' | 'failed'
  readonly problem: Problem

  /** @param remedy where more is known than the catalogue can */
  constructor(how: 'stopped' | 'failed', code: ProblemCode, detail?: string, remedy?: string) {
    super(code)
    this.how = how
    const known = problem(code, null, detail)
    this.problem = remedy === undefined ? known : { ...known, remedy }
  }
}
