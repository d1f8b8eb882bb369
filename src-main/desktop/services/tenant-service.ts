import { InTurn } from '#main/workspace/in-turn.ts'
import type { TenantStatus } from '#shared/model/tenant.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { Settings } from '../storage/settings.ts'
import type { BundledTenant } from './bundled-tenant.ts'
import type { RemoteInput, RemoteTenant } from './remote-tenant.ts'
import type { TenantAccess } from './tenant-access.ts'

export interface TenantServiceOptions {
  readonly bundled: BundledTenant
  readonly remote: RemoteTenant
  readonly settings: Settings
  readonly onChange: (status: TenantStatus) => void
}

/** The tenant backend in use: the one that comes with the app, or one elsewhere. One at a time. */
export class TenantService {
  readonly #options: TenantServiceOptions
  readonly #inTurn = new InTurn()

  constructor(options: TenantServiceOptions) {
    this.#options = options
  }

  get status(): TenantStatus {
    const { bundled, remote } = this.#options
    const place = this.#place()
    return place.kind === 'here' ? bundled.status : remote.status(place)
  }

  /** How the admin API is called. @throws {InputRefused} tenant.not-running, tenant.not-connected */
  access(): TenantAccess {
    const { bundled, remote } = this.#options
    return this.#isHere() ? bundled.access() : remote.access()
  }

  /** Starts the bundled one, or connects to the remote one with the key that is kept. */
  start(): Promise<TenantStatus> {
    const { bundled, remote } = this.#options
    return this.#inTurn.run(async () => {
      if (this.#isHere()) return bundled.start()
      await remote.reconnect()
      return this.#tell()
    })
  }

  /** Stops the bundled one; a remote one runs on, and its key is kept. */
  stop(): Promise<TenantStatus> {
    const { bundled, remote } = this.#options
    return this.#inTurn.run(async () => {
      if (this.#isHere()) return bundled.stop()
      remote.disconnect()
      return this.#tell()
    })
  }

  /** From now on it is the remote one. Where it cannot be reached nothing changes. @throws {InputRefused} */
  connect(input: RemoteInput): Promise<TenantStatus> {
    const { bundled, remote, settings } = this.#options
    return this.#inTurn.run(async () => {
      settings.set('tenantPlace', { kind: 'remote', url: await remote.connect(input) })
      await bundled.stop()
      return this.#tell()
    })
  }

  /** Back to the bundled one; the remote one's key is deleted. */
  forgetRemote(): Promise<TenantStatus> {
    const { remote, settings } = this.#options
    return this.#inTurn.run(async () => {
      await remote.forget()
      settings.set('tenantPlace', { kind: 'here' })
      return this.#tell()
    })
  }

  /** After the organisation was renamed through the admin API: what is shown of it everywhere follows. */
  async renamed(organisation: string): Promise<void> {
    const { bundled, remote } = this.#options
    if (this.#isHere()) await bundled.renamed(organisation)
    else remote.renamed(organisation)
    this.#tell()
  }

  /** As the app starts: connects where that needs nobody. What stands in the way is shown when it is asked for. */
  async resume(): Promise<void> {
    if (this.#isHere()) return
    await this.start().catch((error: unknown) => {
      if (!(error instanceof InputRefused)) throw error
    })
  }

  /** As the app ends. */
  async close(): Promise<void> {
    await this.#inTurn.run(() => this.#options.bundled.stop())
  }

  #place() {
    return this.#options.settings.get('tenantPlace') ?? ({ kind: 'here' } as const)
  }

  #isHere(): boolean {
    return this.#place().kind === 'here'
  }

  #tell(): TenantStatus {
    this.#options.onChange(this.status)
    return this.status
  }
}
