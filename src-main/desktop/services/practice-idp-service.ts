import { InTurn } from '#main/workspace/in-turn.ts'
import { type ExerciseAnswer, type FaultId, PracticeIdpStatus } from '#shared/model/practice-idp.ts'
import type { Problem } from '#shared/model/problem.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { ChildProcess } from '../processes/child-process.ts'
import { type PracticeClient, PracticeSigningPem, practiceIdpProcess } from '../processes/contracts.ts'
import type { Fork } from '../processes/fork.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { Settings } from '../storage/settings.ts'

export interface PracticeIdpServiceOptions {
  readonly fork: Fork
  readonly secrets: Secrets
  readonly settings: Settings
  /** Metadata of every service provider in the workspace, by entity ID. */
  readonly knownServiceProviders: () => ReadonlyMap<string, string>
  /** Clients in the workspace at an issuer; those whose secret cannot be opened now are left out. */
  readonly knownClients: (issuer: string) => Promise<readonly PracticeClient[]>
  readonly onChange: (status: PracticeIdpStatus) => void
  readonly report: (what: string, cause: unknown) => void
}

const SIGNING = 'practice-idp.signing'

type Child = ChildProcess<typeof practiceIdpProcess>

/**
 * The practice identity provider, in a process of its own. It forgets everything when it stops: its address, its key and
 * the service providers it was told of are kept here, so that metadata loaded once stays true.
 */
export class PracticeIdpService {
  readonly #options: PracticeIdpServiceOptions
  readonly #inTurn = new InTurn()
  #child: Child | undefined
  #status: PracticeIdpStatus = { state: 'stopped' }
  #signing: PracticeSigningPem | null = null

  constructor(options: PracticeIdpServiceOptions) {
    this.#options = options
  }

  get status(): PracticeIdpStatus {
    return this.#status
  }

  start(): Promise<PracticeIdpStatus> {
    return this.#inTurn.run(async () => {
      if (!this.#child) await this.#start()
      return this.#status
    })
  }

  stop(): Promise<PracticeIdpStatus> {
    return this.#inTurn.run(async () => {
      const child = this.#child
      if (child) await child.stop(() => child.ask.practiceIdp.stop(undefined).then(() => undefined))
      return this.#become(undefined, { state: 'stopped' })
    })
  }

  setFaults(faults: FaultId[]): Promise<PracticeIdpStatus> {
    return this.#inTurn.run(async () => {
      const child = this.#runningChild()
      return this.#become(child, await child.ask.practiceIdp.setFaults({ faults }))
    })
  }

  beginExercise(): Promise<PracticeIdpStatus> {
    return this.#inTurn.run(async () => {
      const child = this.#runningChild()
      return this.#become(child, await child.ask.practiceIdp.beginExercise(undefined))
    })
  }

  answerExercise(guess: FaultId | null): Promise<ExerciseAnswer> {
    return this.#inTurn.run(async () => {
      const child = this.#runningChild()
      const answer = await child.ask.practiceIdp.answerExercise({ guess })
      this.#become(child, answer.status)
      return answer
    })
  }

  registerServiceProvider(metadataXml: string): Promise<{ entityId: string }> {
    return this.#inTurn.run(async () => {
      const child = this.#runningChild()
      const registered = await child.ask.practiceIdp.registerServiceProvider({ metadataXml })
      const { settings } = this.#options
      const known = settings.get('practiceServiceProviders') ?? []
      settings.set('practiceServiceProviders', [...new Set([...known, registered.entityId])])
      this.#become(child, await child.ask.practiceIdp.status(undefined))
      return registered
    })
  }

  registerClient(client: PracticeClient): Promise<void> {
    return this.#inTurn.run(async () => {
      const child = this.#runningChild()
      await child.ask.practiceIdp.registerClient(client)
      const { settings } = this.#options
      const known = settings.get('practiceClients') ?? []
      settings.set('practiceClients', [...new Set([...known, client.clientId])])
      this.#become(child, await child.ask.practiceIdp.status(undefined))
    })
  }

  async #start(): Promise<void> {
    const { settings } = this.#options
    const child = this.#fork()
    try {
      const port = settings.get('practiceIdpPort') ?? 0
      this.#signing = await child.ask.practiceIdp.start({ port, signing: await this.#keptSigning() })
      await this.keepSigning()
      await this.#registerAgain(child)
      const status = await child.ask.practiceIdp.status(undefined)
      if (status.state === 'running') settings.set('practiceIdpPort', Number(new URL(status.url).port))
      this.#become(child, status)
    } catch (error) {
      await child.stop(async () => undefined)
      throw error
    }
  }

  #fork(): Child {
    const { fork, report } = this.#options
    const child: Child = new ChildProcess(fork('practice-idp', 'Practice identity provider'), {
      contract: practiceIdpProcess,
      crashed: 'practice-idp.crashed',
      onCrash: (code) => {
        report('the practice identity provider stopped by itself', `code ${code}`)
        const crashed: Problem = problem('practice-idp.crashed')
        if (this.#child === child) this.#become(undefined, { state: 'stopped', problem: crashed })
      },
      onTold: (_feature, name, payload) => {
        if (name !== 'changed') report('practice identity provider', JSON.stringify(payload))
        else if (this.#child === child) this.#become(child, PracticeIdpStatus.parse(payload))
      },
      report,
    })
    return child
  }

  async #registerAgain(child: Child): Promise<void> {
    const known = this.#options.knownServiceProviders()
    for (const entityId of this.#options.settings.get('practiceServiceProviders') ?? []) {
      const metadataXml = known.get(entityId)
      if (metadataXml) await child.ask.practiceIdp.registerServiceProvider({ metadataXml })
    }
    const told = this.#options.settings.get('practiceClients') ?? []
    const status = await child.ask.practiceIdp.status(undefined)
    if (told.length === 0 || status.state !== 'running') return
    for (const client of await this.#options.knownClients(status.openid.issuer))
      if (told.includes(client.clientId)) await child.ask.practiceIdp.registerClient(client)
  }

  /** Its key protects nothing, so practice needs no passphrase; but a key is never written down unsealed. */
  async #keptSigning(): Promise<PracticeSigningPem | null> {
    if (!this.#canSeal()) return this.#signing
    const kept = await this.#options.secrets.get(SIGNING)
    return kept ? PracticeSigningPem.parse(JSON.parse(kept.toString('utf8'))) : this.#signing
  }

  /** Once secrets can be sealed; until then it is another identity provider at every start. */
  async keepSigning(): Promise<void> {
    if (!this.#signing || !this.#canSeal()) return
    await this.#options.secrets.put(SIGNING, Buffer.from(JSON.stringify(this.#signing)))
  }

  #canSeal(): boolean {
    return ['system', 'passphrase-unlocked'].includes(this.#options.secrets.state)
  }

  #runningChild(): Child {
    if (!this.#child) throw new InputRefused('practice-idp.not-running')
    return this.#child
  }

  #become(child: Child | undefined, status: PracticeIdpStatus): PracticeIdpStatus {
    this.#child = child
    this.#status = status
    this.#options.onChange(status)
    return status
  }
}
