import type { AggregateJudgement, AggregateProgress } from '#shared/model/aggregate.ts'
import type { Finding } from '#shared/model/finding.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { ChildProcess } from '../processes/child-process.ts'
import { inspectorProcess, type TakenEntity } from '../processes/contracts.ts'
import type { Fork } from '../processes/fork.ts'

export interface AggregateServiceOptions {
  readonly fork: Fork
  readonly onProgress: (progress: AggregateProgress) => void
  readonly report: (what: string, cause: unknown) => void
}

type Child = ChildProcess<typeof inspectorProcess>

/** Bytes, or the path of a file that somebody chose. */
type AggregateOrigin = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly path: string }

/** The metadata of a whole federation, listed and kept in a process of its own until one entity is taken or it is closed. */
export class AggregateService {
  readonly #options: AggregateServiceOptions
  #child: Child | undefined
  #finding: AbortController | undefined

  constructor(options: AggregateServiceOptions) {
    this.#options = options
  }

  /**
   * @param find gives the bytes, or where they are; its signal is aborted when nobody waits any more
   * @throws {InputRefused} aggregate.stopped where it was closed meanwhile
   */
  async open(find: (signal: AbortSignal) => Promise<AggregateOrigin>): Promise<AggregateJudgement> {
    await this.close()
    const finding = new AbortController()
    this.#finding = finding
    const isCurrent = () => this.#finding === finding
    try {
      const origin = await find(finding.signal)
      if (!isCurrent()) throw new InputRefused('aggregate.stopped')
      this.#child = this.#fork()
      return await this.#child.ask.aggregate.open(origin)
    } catch (error) {
      throw isCurrent() ? error : new InputRefused('aggregate.stopped')
    }
  }

  /** @param certificates of whoever publishes it, in PEM @returns what is found of its signature */
  async verify(certificates: string): Promise<Finding[]> {
    return this.#opened().ask.aggregate.verify({ certificates })
  }

  /** @param offset as its listing says */
  async take(offset: number): Promise<TakenEntity> {
    return this.#opened().ask.aggregate.take({ offset })
  }

  async close(): Promise<void> {
    this.#finding?.abort()
    this.#finding = undefined
    const child = this.#child
    this.#child = undefined
    await child?.stop(async () => undefined)
  }

  #opened(): Child {
    if (!this.#child) throw new InputRefused('aggregate.gone')
    return this.#child
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
