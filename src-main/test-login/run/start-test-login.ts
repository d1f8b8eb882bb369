import type { ConnectionId, TestRunId } from '#shared/model/ids.ts'
import type { TestRun, TestTarget, TimelineEvent } from '#shared/model/test-run.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import type { BegunLogin, BegunOpenidLogin, BegunSamlLogin, LoginJudge } from './login-judge.ts'
import { type CaughtCallback, LoginInterrupted, type LoginTransport, type SeenEvent } from './login-transport.ts'
import { problemOf } from './problem-of.ts'
import { readCallback } from './read-callback.ts'
import { signOutThere } from './sign-out-there.ts'

export interface TestLoginOptions {
  readonly id: TestRunId
  readonly connectionId: ConnectionId
  readonly target: TestTarget
  readonly judge: LoginJudge
  readonly transport: LoginTransport
  readonly clock: () => Date
  /** Called with every new state of the run; a state counts once this resolved. */
  readonly save: (run: TestRun) => Promise<void>
  readonly onEvent: (event: TimelineEvent) => void
  /** Of what went wrong beside the run itself. */
  readonly report: (what: string, cause: unknown) => void
}

export interface StartedTestLogin {
  /** As it began. */
  readonly run: TestRun
  /** Never rejects: whatever happens is in the run. */
  readonly ended: Promise<TestRun>
  readonly stop: () => void
}

/**
 * Begins a test login: the request is built, the browser is sent off, and what comes back is judged. No session, no user.
 * @throws {InputRefused} where the request cannot be built; then there is no run
 */
export async function startTestLogin(options: TestLoginOptions): Promise<StartedTestLogin> {
  const begun = await options.judge.begin()
  const run = new RunUnderWay(options, begun)
  await options.save(run.now)
  const stopping = new AbortController()
  return { run: run.now, ended: run.goOn(begun, stopping.signal), stop: () => stopping.abort() }
}

class RunUnderWay {
  now: TestRun
  readonly #options: TestLoginOptions
  readonly #startedAt: Date

  constructor(options: TestLoginOptions, begun: BegunLogin) {
    this.#options = options
    this.#startedAt = options.clock()
    this.now = {
      id: options.id,
      connectionId: options.connectionId,
      target: options.target,
      state: 'running',
      startedAt: this.#startedAt.toISOString(),
      endedAt: null,
      request: 'openid' in begun ? null : begun.request,
      timeline: [],
      message: null,
      openid: 'openid' in begun ? begun.openid : null,
      judgement: null,
      outcome: null,
      problem: null,
      configurationSha256: begun.configurationSha256,
      receipt: null,
    }
  }

  async goOn(begun: BegunLogin, signal: AbortSignal): Promise<TestRun> {
    try {
      await this.#signInAndJudge(begun, signal)
    } catch (error) {
      const how = error instanceof LoginInterrupted ? error.how : 'failed'
      if (!(error instanceof LoginInterrupted)) this.#options.report('A test login failed', error)
      this.#end({
        state: how,
        problem: this.#wasLeftAtErrorPage(how) ? problem('test-login.error-page') : problemOf(error),
      })
    }
    // The run in memory is right whether or not the disk took it.
    await this.#save()
    return this.now
  }

  async #signInAndJudge(begun: BegunLogin, signal: AbortSignal): Promise<void> {
    if ('openid' in begun && begun.refused) throw begun.refused
    const url = begun.callbackUrl
    const callback = 'openid' in begun ? { url, anyQuery: true, ...(begun.signsOut && { goesOn: true }) } : { url }
    const caught = await this.#options.transport.login(begun.start, callback, signal, (event) => this.#saw(event))
    try {
      const judged = await ('openid' in begun ? this.#redeem(begun, caught, signal) : this.#read(begun, caught, signal))
      this.#saw({ kind: 'judged', method: null, url: null, status: null, says: verdicts[judged.judgement.verdict] })
      this.#end({ state: 'judged', ...judged })
    } finally {
      caught.done?.()
    }
  }

  async #read(begun: BegunSamlLogin, caught: CaughtCallback, signal: AbortSignal) {
    const message = readCallback(caught, this.#options.clock())
    this.now = { ...this.now, message }
    await this.#save()
    return begun.judge(message, signal)
  }

  async #redeem(begun: BegunOpenidLogin, caught: CaughtCallback, signal: AbortSignal) {
    const { signOut, ...judged } = await begun.judge(caught, signal, (openid) => {
      this.now = { ...this.now, openid }
      void this.#save()
    })
    if (signOut === undefined || caught.goOn === undefined) return judged
    return { ...judged, openid: { ...judged.openid, logout: await signOutThere(signOut, caught.goOn, signal) } }
  }

  /** Who gives up before an error page of the identity provider did not give up: nothing was going to come back. */
  #wasLeftAtErrorPage(how: 'stopped' | 'failed'): boolean {
    const lastPage = this.now.timeline.findLast(({ kind }) => kind === 'page')
    return how === 'stopped' && (lastPage?.status ?? 0) >= 400
  }

  #saw(event: SeenEvent): void {
    const at = Math.max(0, this.#options.clock().getTime() - this.#startedAt.getTime())
    const timed = { at, ...event }
    this.now = { ...this.now, timeline: [...this.now.timeline, timed] }
    this.#options.onEvent(timed)
    void this.#save()
  }

  #end(ending: Partial<TestRun>): void {
    this.now = { ...this.now, ...ending, endedAt: this.#options.clock().toISOString() }
  }

  async #save(): Promise<void> {
    try {
      await this.#options.save(this.now)
    } catch (error) {
      this.#options.report('A test login could not be saved', error)
    }
  }
}

const verdicts = {
  accepted: 'The response was accepted.',
  rejected: 'The response was rejected.',
  undecided: 'The response could not be decided on.',
} as const
