import type { Connection, Intake } from '#shared/model/connection.ts'
import { type ConnectionId, ID_BYTES } from '#shared/model/ids.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { applyChange, type Change } from './connections/change-connection.ts'
import { createConnection } from './connections/create-connection.ts'
import { InTurn } from './in-turn.ts'
import { Runs } from './runs/runs.ts'
import type { WorkspaceStore } from './workspace-store.ts'

export interface WorkspaceOptions {
  readonly clock: () => Date
  /** Cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array
}

/**
 * The user's connections and runs on this machine. Connections are held in memory, and a change counts once it is
 * stored: what a call answered with is what the next start finds.
 */
export class Workspace {
  readonly runs: Runs
  readonly #store: WorkspaceStore
  readonly #options: WorkspaceOptions
  readonly #connections: Map<ConnectionId, Connection>
  readonly #binned = new Map<ConnectionId, Connection>()
  readonly #writes = new InTurn()

  private constructor(
    store: WorkspaceStore,
    options: WorkspaceOptions,
    connections: readonly Connection[],
    runs: Runs,
  ) {
    this.#store = store
    this.#options = options
    this.#connections = new Map(connections.map((connection) => [connection.id, connection]))
    this.runs = runs
  }

  static async open(store: WorkspaceStore, options: WorkspaceOptions): Promise<Workspace> {
    const connections = await store.loadConnections()
    const ids = connections.map(({ id }) => id)
    return new Workspace(store, options, connections, await Runs.open(store, ids))
  }

  /** Oldest first. */
  list(): readonly Connection[] {
    return [...this.#connections.values()].sort(
      (a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id),
    )
  }

  /** @throws {InputRefused} connection.not-found */
  get(id: ConnectionId): Connection {
    const connection = this.#connections.get(id)
    if (!connection) throw new InputRefused('connection.not-found')
    return connection
  }

  create(intake: Intake): Promise<Connection> {
    const { clock, random } = this.#options
    return this.#writes.run(() => this.#save(createConnection(intake, clock(), random(ID_BYTES))))
  }

  /** Changes are made one after the other, each from what the one before it stored. */
  change(id: ConnectionId, change: Change): Promise<Connection> {
    return this.#writes.run(() => this.#save(applyChange(this.get(id), change, this.#options.clock())))
  }

  /** Takes the connection and its runs away; `restore` brings them back until the bin is emptied. */
  remove(id: ConnectionId): Promise<void> {
    return this.#writes.run(async () => {
      const connection = this.get(id)
      await this.runs.settled()
      await this.#store.moveToBin(id)
      this.#connections.delete(id)
      this.#binned.set(id, connection)
    })
  }

  restore(id: ConnectionId): Promise<Connection> {
    return this.#writes.run(async () => {
      const connection = this.#binned.get(id)
      if (!connection) throw new InputRefused('connection.not-in-bin')
      await this.#store.takeFromBin(id)
      this.#binned.delete(id)
      this.#connections.set(id, connection)
      return connection
    })
  }

  /** @returns whose connections are gone for good */
  emptyBin(): Promise<readonly ConnectionId[]> {
    return this.#writes.run(async () => {
      this.#binned.clear()
      return this.#store.emptyBin()
    })
  }

  /** Resolves once everything that was asked for is stored. */
  async settled(): Promise<void> {
    await this.#writes.settled()
    await this.runs.settled()
  }

  async #save(connection: Connection): Promise<Connection> {
    await this.#store.saveConnection(connection)
    this.#connections.set(connection.id, connection)
    return connection
  }
}
