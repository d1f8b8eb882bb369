import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { InTurn } from '#main/workspace/in-turn.ts'
import { OrganisationId } from '#shared/model/ids.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { TenantStatus } from '#shared/model/tenant.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { ChildProcess } from '../processes/child-process.ts'
import { backendProcess } from '../processes/contracts.ts'
import type { Fork } from '../processes/fork.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { setAside } from '../storage/read-document.ts'
import type { Settings } from '../storage/settings.ts'
import { apiKeyIdOf, type TenantAccess } from './tenant-access.ts'

export interface BundledTenantOptions {
  readonly fork: Fork
  readonly secrets: Secrets
  readonly settings: Settings
  readonly dataFolder: string
  readonly clock: () => Date
  readonly onChange: (status: TenantStatus) => void
  readonly warn: (warning: Problem) => void
  readonly report: (what: string, cause: unknown) => void
}

/** What the first start made: sealed as one, so that the key and the organisation cannot come apart. */
const OwnerAccess = z.object({ organisationId: OrganisationId, organisation: z.string(), apiKey: z.string() })
type OwnerAccess = z.infer<typeof OwnerAccess>

const HERE = { kind: 'here' } as const
const FIRST_ORGANISATION = { organisation: 'Example organisation', owner: 'owner@example.com' }
const ENCRYPTION_KEY_BYTES = 32
const ENCRYPTION_KEY = 'tenant.encryption-key'
const OWNER_ACCESS = 'tenant.owner-access'

type Running = { child: ChildProcess<typeof backendProcess>; url: string; access: OwnerAccess }

/** The tenant backend that comes with the app, in a process of its own. Its API key stays here. */
export class BundledTenant {
  readonly #options: BundledTenantOptions
  readonly #inTurn = new InTurn()
  #running: Running | undefined
  #problem: Problem | undefined

  constructor(options: BundledTenantOptions) {
    this.#options = options
  }

  get status(): TenantStatus {
    if (!this.#running) return { state: 'stopped', place: HERE, ...(this.#problem && { problem: this.#problem }) }
    const { url, access } = this.#running
    const { organisationId, organisation, apiKey } = access
    const signInUrl = `${url}/sign-in`
    return { state: 'running', place: HERE, url, organisationId, organisation, signInUrl, apiKeyId: apiKeyIdOf(apiKey) }
  }

  /** How the admin API is called. @throws {InputRefused} tenant.not-running */
  access(): TenantAccess {
    if (!this.#running) throw new InputRefused('tenant.not-running')
    return { baseUrl: this.#running.url, apiKey: this.#running.access.apiKey, isRemote: false }
  }

  start(): Promise<TenantStatus> {
    return this.#inTurn.run(async () => {
      if (!this.#running) await this.#start()
      return this.status
    })
  }

  stop(): Promise<TenantStatus> {
    return this.#inTurn.run(async () => {
      const running = this.#running
      if (running) await running.child.stop(() => running.child.ask.backend.stop(undefined).then(() => undefined))
      this.#become(undefined)
      return this.status
    })
  }

  async renamed(organisation: string): Promise<void> {
    if (!this.#running) return
    const access = { ...this.#running.access, organisation }
    await this.#options.secrets.put(OWNER_ACCESS, Buffer.from(JSON.stringify(access)))
    this.#running = { ...this.#running, access }
  }

  async #start(): Promise<void> {
    const { settings, dataFolder } = this.#options
    const encryptionKey = await this.#encryptionKey()
    const child = this.#fork()
    try {
      const port = settings.get('backendPort') ?? 0
      const { url } = await child.ask.backend.open({ dataFolder, port, encryptionKey })
      const access = (await this.#readAccess()) ?? (await this.#initialise(child))
      settings.set('backendPort', Number(new URL(url).port))
      this.#become({ child, url, access })
    } catch (error) {
      await child.stop(async () => undefined)
      throw error
    }
  }

  #fork(): ChildProcess<typeof backendProcess> {
    const { fork, report } = this.#options
    const child: ChildProcess<typeof backendProcess> = new ChildProcess(fork('backend', 'Tenant backend'), {
      contract: backendProcess,
      crashed: 'tenant.crashed',
      onCrash: (code) => {
        report('the tenant backend stopped by itself', `code ${code}`)
        if (this.#running?.child === child) this.#become(undefined, problem('tenant.crashed'))
      },
      onTold: (_feature, _name, payload) => report('tenant backend', JSON.stringify(payload)),
      report,
    })
    return child
  }

  /** Data whose key is gone can never be read again: it makes room, and is kept. */
  async #encryptionKey(): Promise<Uint8Array<ArrayBuffer>> {
    const { secrets, dataFolder, clock, warn } = this.#options
    const kept = await secrets.get(ENCRYPTION_KEY)
    if (kept) return Uint8Array.from(kept)
    const aside = await setAside(dataFolder, clock())
    if (aside !== dataFolder) warn(problem('tenant.set-aside', null, aside))
    await secrets.remove(OWNER_ACCESS)
    // A copy: a Buffer may be a view of a pool, and the whole pool would cross to the process.
    const made = Uint8Array.from(randomBytes(ENCRYPTION_KEY_BYTES))
    await secrets.put(ENCRYPTION_KEY, made)
    return made
  }

  async #readAccess(): Promise<OwnerAccess | undefined> {
    const kept = await this.#options.secrets.get(OWNER_ACCESS)
    return kept ? OwnerAccess.parse(JSON.parse(kept.toString('utf8'))) : undefined
  }

  async #initialise(child: ChildProcess<typeof backendProcess>): Promise<OwnerAccess> {
    const { orgId, apiKey } = await child.ask.backend.initialise(FIRST_ORGANISATION)
    const access = { organisationId: orgId, organisation: FIRST_ORGANISATION.organisation, apiKey }
    await this.#options.secrets.put(OWNER_ACCESS, Buffer.from(JSON.stringify(access)))
    return access
  }

  #become(running: Running | undefined, stoppedBy?: Problem): void {
    this.#running = running
    this.#problem = stoppedBy
    this.#options.onChange(this.status)
  }
}
