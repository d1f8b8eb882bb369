import type { Inspection } from '#shared/model/inspection.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { ChildProcess } from '../processes/child-process.ts'
import { type InspectedAgainst, inspectorProcess } from '../processes/contracts.ts'
import type { Fork } from '../processes/fork.ts'

export interface InspectorServiceOptions {
  readonly fork: Fork
  readonly report: (what: string, cause: unknown) => void
}

type Child = ChildProcess<typeof inspectorProcess>

/**
 * Whatever was pasted or dropped is looked at in a process of its own: hostile input can take that process and no more, and
 * it can be ended in the middle. It is kept between two looks, for starting takes longer than most of them.
 */
export class InspectorService {
  readonly #options: InspectorServiceOptions
  #child: Child | undefined
  /** What is being looked at; a new object for every look. */
  #look: object | undefined

  constructor(options: InspectorServiceOptions) {
    this.#options = options
  }

  async prepare(): Promise<void> {
    await this.#running().ask.inspector.prepare(undefined)
  }

  /** @throws {InputRefused} inspector.stopped where it was cancelled or something else came */
  async inspect(bytes: Uint8Array<ArrayBuffer>, against: InspectedAgainst | null): Promise<Inspection> {
    await this.cancel()
    const look = {}
    this.#look = look
    const child = this.#running()
    try {
      return await child.ask.inspector.inspect({ bytes, against })
    } catch (error) {
      throw this.#look === look ? error : new InputRefused('inspector.stopped')
    } finally {
      if (this.#look === look) this.#look = undefined
    }
  }

  async cancel(): Promise<void> {
    if (this.#look === undefined) return
    this.#look = undefined
    await this.stop()
  }

  async stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    this.#look = undefined
    // It holds nothing that must be put away, and may be too busy to hear.
    await child?.stop(async () => undefined)
  }

  #running(): Child {
    if (this.#child) return this.#child
    const { fork, report } = this.#options
    const child: Child = new ChildProcess(fork('inspector', 'Inspector'), {
      contract: inspectorProcess,
      crashed: 'inspector.crashed',
      onCrash: (code) => {
        report('the inspector stopped by itself', `code ${code}`)
        if (this.#child === child) this.#child = undefined
      },
      onTold: (_feature, _name, payload) => report('inspector', JSON.stringify(payload)),
      report,
    })
    this.#child = child
    return child
  }
}
