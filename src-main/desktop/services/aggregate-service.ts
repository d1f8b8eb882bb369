import type { AggregateJudgement, AggregateProgress } from '#shared/model/aggregate.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { ChildProcess } from '../processes/child-process.ts'
import { inspectorProcess } from '../processes/contracts.ts'
import type { Fork } from '../processes/fork.ts'

export interface AggregateServiceOptions {
  readonly fork: Fork
  readonly onProgress: (progress: AggregateProgress) => void
  readonly report: (what: string, cause: unknown) => void
}

type Child = ChildProcess<typeof inspectorProcess>

/** The metadata of a whole federation, listed and kept in a process of its own until one entity is taken or it is closed. */
export class AggregateService {
  readonly #options: AggregateServiceOptions
  #child: Child | undefined

  constructor(options: AggregateServiceOptions) {
    this.#options = options
  }

  /** @throws {InputRefused} aggregate.stopped where it was closed meanwhile */
  async open(bytes: Uint8Array<ArrayBuffer>): Promise<AggregateJudgement> {
    await this.close()
    const child = this.#fork()
    this.#child = child
    try {
      return await child.ask.aggregate.open({ bytes })
    } catch (error) {
      throw this.#child === child ? error : new InputRefused('aggregate.stopped')
    }
  }

  /** @param offset as its listing says */
  async take(offset: number): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.#child) throw new InputRefused('aggregate.gone')
    return this.#child.ask.aggregate.take({ offset })
  }

  async close(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    await child?.stop(async () => undefined)
  }

  #fork(): Child {
    const { fork, onProgress, report } = this.#options
    const child: Child = new ChildProcess(fork('inspector', 'Metadata aggregate'), {
      contract: inspectorProcess,
      crashed: 'aggregate.gone',
      onCrash: (code) => {
        report('reading an aggregate stopped by itself', `code ${code}`)
        if (this.#child === child) this.#child = undefined
      },
      onTold: (_feature, name, payload) =>
        name === 'progress'
          ? onProgress(payload as AggregateProgress)
          : report('reading an aggregate', JSON.stringify(payload)),
      report,
    })
    return child
  }
}
