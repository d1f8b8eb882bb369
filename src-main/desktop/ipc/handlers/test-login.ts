import { type StartedTestLogin, startTestLogin } from '#main/test-login/run/start-test-login.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { testLoginIpc } from '#shared/ipc/test-login.ts'
import type { Connection } from '#shared/model/connection.ts'
import { ID_BYTES, makeId, TestRunId } from '#shared/model/ids.ts'
import type { TestTarget } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { openLoopback } from '../../login-browser/loopback-transport.ts'
import { compareRun } from '../../test-login/compare-run.ts'
import type { HandlerContext } from './handler-context.ts'
import { judgeFor } from './judge-for.ts'

/** Test logins under way, by connection: one at a time each. */
export class TestLogins {
  readonly #context: HandlerContext
  readonly #underWay = new Map<string, StartedTestLogin | 'beginning'>()

  constructor(context: HandlerContext) {
    this.#context = context
  }

  get handlers(): FeatureHandlers<typeof testLoginIpc> {
    const { runs } = this.#context.workspace
    return {
      start: (input) => this.#start(input),
      stop: async ({ runId }) => {
        for (const started of this.#underWay.values()) {
          if (started !== 'beginning' && started.run.id === runId) started.stop()
        }
      },
      get: ({ runId }) => runs.get(runId),
      compare: async ({ runId }) => {
        const run = await runs.get(runId)
        return compareRun(run, this.#context.workspace.get(run.connectionId), this.#context.secrets)
      },
      list: async ({ connectionId }) => [...(await runs.list(connectionId))],
      latest: async () => [...(await runs.latest())],
    }
  }

  /** Resolves once what was seen is stored. */
  async stop(connectionId: string): Promise<void> {
    const started = this.#underWay.get(connectionId)
    if (started === undefined || started === 'beginning') return
    started.stop()
    await started.ended
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#underWay.keys()].map((connectionId) => this.stop(connectionId)))
  }

  #start: FeatureHandlers<typeof testLoginIpc>['start'] = async ({
    connectionId,
    target,
    browser = 'window',
    signOut = false,
  }) => {
    const { workspace, tell, clock, random, report } = this.#context
    await this.#waitIfOver(connectionId)
    if (this.#underWay.has(connectionId)) throw new InputRefused('test-login.running')
    this.#underWay.set(connectionId, 'beginning')
    try {
      const id = makeId(TestRunId, 'run', random(ID_BYTES))
      const started = await startTestLogin({
        id,
        connectionId,
        target,
        ...(await this.#wayOf(workspace.get(connectionId), target, browser, signOut)),
        clock,
        save: (run) => workspace.runs.save(run),
        onEvent: (event) => tell.testLogin.passed({ runId: id, event }),
        report,
      })
      this.#underWay.set(connectionId, started)
      void started.ended.then((run) => this.#end(connectionId, run))
      return started.run
    } catch (error) {
      this.#underWay.delete(connectionId)
      throw error
    }
  }

  /** Who judges, and in which browser the person signs in. */
  async #wayOf(connection: Connection, target: TestTarget, browser: 'window' | 'system', signsOut: boolean) {
    const { transport, openInBrowser } = this.#context
    if (browser === 'window')
      return { judge: await judgeFor(this.#context, connection, target, { signsOut }), transport }
    const registered = connection.openidClient?.redirectUri
    if (connection.intake.protocol !== 'oidc' || registered === undefined)
      throw new InputRefused('test-login.not-loopback')
    const loopback = await openLoopback(registered, openInBrowser)
    try {
      const judge = await judgeFor(this.#context, connection, target, { redirectUri: loopback.redirectUri })
      // Begun here, so that a request that is refused does not leave something listening.
      const begun = await judge.begin()
      return { judge: { begin: async () => begun }, transport: loopback.transport }
    } catch (error) {
      loopback.close()
      throw error
    }
  }

  /** A run that has ended counts as under way until its end is stored. */
  async #waitIfOver(connectionId: string): Promise<void> {
    const started = this.#underWay.get(connectionId)
    if (started === undefined || started === 'beginning') return
    const { state } = await this.#context.workspace.runs.get(started.run.id)
    if (state === 'running') return
    await started.ended
    this.#underWay.delete(connectionId)
  }

  #end(connectionId: string, run: Awaited<StartedTestLogin['ended']>): void {
    this.#underWay.delete(connectionId)
    this.#context.tell.testLogin.ended(run)
    // The verdict is in the main window: that is where to look now.
    if (run.state === 'judged') this.#context.mainWindow()?.focus()
  }
}
