import type { ConnectionId, TestRunId } from '#shared/model/ids.ts'
import type { TestRun, TestRunSummary } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { WorkspaceStore } from '../workspace-store.ts'
import { closeInterrupted } from './close-interrupted.ts'
import { LatestWrite } from './latest-write.ts'
import { newestOfEach, summariseRun } from './summarise-run.ts'

type RunStore = Pick<WorkspaceStore, 'listRuns' | 'loadRun' | 'saveRun'>

/** The test logins of every connection. Those under way are held in memory, all others are read when asked for. */
export class Runs {
  readonly #store: RunStore
  readonly #connectionOf: Map<TestRunId, ConnectionId>
  readonly #summaries = new Map<TestRunId, TestRunSummary>()
  readonly #underWay = new Map<TestRunId, { run: TestRun; writes: LatestWrite<TestRun> }>()

  private constructor(store: RunStore, connectionOf: Map<TestRunId, ConnectionId>) {
    this.#store = store
    this.#connectionOf = connectionOf
  }

  static async open(store: RunStore, connections: readonly ConnectionId[]): Promise<Runs> {
    const connectionOf = new Map<TestRunId, ConnectionId>()
    for (const connection of connections) {
      for (const run of await store.listRuns(connection)) connectionOf.set(run, connection)
    }
    return new Runs(store, connectionOf)
  }

  /** @throws {InputRefused} test-login.not-found */
  async get(id: TestRunId): Promise<TestRun> {
    const connectionId = this.#connectionOf.get(id)
    const run = connectionId && (await this.#read(connectionId, id))
    if (!run) throw new InputRefused('test-login.not-found')
    return run
  }

  /** Newest first. */
  async list(connectionId: ConnectionId): Promise<readonly TestRun[]> {
    const ids = [...this.#connectionOf].filter(([, of]) => of === connectionId).map(([id]) => id)
    const runs = await Promise.all(ids.map((id) => this.#read(connectionId, id)))
    return runs.filter((run) => run !== undefined).sort((a, b) => b.startedAt.localeCompare(a.startedAt))
  }

  /** The newest run that has ended of every connection that has one. Read once, and kept up with from then on. */
  async latest(): Promise<readonly TestRunSummary[]> {
    for (const [id, connectionId] of this.#connectionOf) {
      const run = this.#summaries.has(id) ? undefined : await this.#read(connectionId, id)
      if (run) this.#summaries.set(id, summariseRun(run))
    }
    return newestOfEach(this.#summaries.values())
  }

  /** Of one run the newest state wins; resolves once it, or a newer one, is stored. */
  async save(run: TestRun): Promise<void> {
    const entry = this.#underWay.get(run.id) ?? { run, writes: new LatestWrite(this.#store.saveRun) }
    entry.run = run
    this.#underWay.set(run.id, entry)
    this.#connectionOf.set(run.id, run.connectionId)
    this.#summaries.set(run.id, summariseRun(run))
    await entry.writes.put(run)
    if (run.state !== 'running' && entry.run === run) this.#underWay.delete(run.id)
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#underWay.values()].map(({ writes }) => writes.settled()))
  }

  async #read(connectionId: ConnectionId, id: TestRunId): Promise<TestRun | undefined> {
    const underWay = this.#underWay.get(id)
    if (underWay) return underWay.run
    const stored = await this.#store.loadRun(connectionId, id)
    return stored && closeInterrupted(stored)
  }
}
