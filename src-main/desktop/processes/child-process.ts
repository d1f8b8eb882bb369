import type { z } from 'zod'
import type { Answer, Call, Contract } from '#shared/ipc/declare.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'
import { type Asked, FromProcess } from './messages.ts'

/** What we use of Electron's UtilityProcess. */
export interface ProcessPort {
  readonly postMessage: (message: Asked) => void
  readonly kill: () => boolean
  readonly on: ((event: 'message', listen: (message: unknown) => void) => unknown) &
    ((event: 'exit', listen: (code: number) => void) => unknown)
}

/** The contract's calls, as main asks them. */
export type Asks<C extends Contract> = {
  readonly [F in keyof C]: {
    readonly [K in keyof C[F] as C[F][K] extends Call ? K : never]: C[F][K] extends Call<infer Input, infer Output>
      ? (input: z.input<Input>) => Promise<z.output<Output>>
      : never
  }
}

export interface ChildOptions<C extends Contract> {
  readonly contract: C
  readonly crashed: ProblemCode
  /** It ended although nobody had asked it to. */
  readonly onCrash: (code: number) => void
  readonly onTold: (feature: string, name: string, payload: unknown) => void
  readonly report: (what: string, cause: unknown) => void
}

/** How long a process may take to end in order. */
const STOPS_WITHIN_MS = 5_000

interface Waiting {
  readonly resolve: (answer: Answer<unknown>) => void
  readonly reject: (error: Error) => void
}

/** A process of ours, seen from main: questions and answers, and its end. */
export class ChildProcess<C extends Contract> {
  readonly ask: Asks<C>
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>
  readonly #port: ProcessPort
  readonly #options: ChildOptions<C>
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #isStopping = false
  #hasEnded = false

  constructor(port: ProcessPort, options: ChildOptions<C>) {
    this.#port = port
    this.#options = options
    this.ask = this.#asks()
    port.on('message', (message) => this.#receive(message))
    this.ended = new Promise((resolve) => {
      port.on('exit', (code) => {
        this.#end(code)
        resolve()
      })
    })
  }

  /** Asks it to end in order with `last`, and ends it in any case. */
  async stop(last: () => Promise<void>): Promise<void> {
    this.#isStopping = true
    if (this.#hasEnded) return
    const late = new Promise<void>((resolve) => setTimeout(resolve, STOPS_WITHIN_MS).unref())
    await Promise.race([last().catch((cause) => this.#options.report('did not stop in order', cause)), late])
    this.#port.kill()
    await this.ended
  }

  #asks(): Asks<C> {
    const features = Object.entries(this.#options.contract).map(([feature, members]) => {
      const calls = Object.entries(members).flatMap(([name, member]) =>
        member.kind === 'call' ? [[name, (input: unknown) => this.#askFor(member, feature, name, input)]] : [],
      )
      return [feature, Object.fromEntries(calls)]
    })
    // Built member by member from the contract that the type is derived from.
    return Object.fromEntries(features) as Asks<C>
  }

  async #askFor(call: Call, feature: string, name: string, input: unknown): Promise<unknown> {
    const answer = await new Promise<Answer<unknown>>((resolve, reject) => {
      if (this.#hasEnded) return reject(new InputRefused(this.#options.crashed))
      this.#lastId += 1
      this.#waiting.set(this.#lastId, { resolve, reject })
      this.#port.postMessage({ id: this.#lastId, feature, name, input: call.input.parse(input) })
    })
    if (!answer.ok) throw new InputRefused(answer.problem)
    return call.output.parse(answer.value)
  }

  #receive(message: unknown): void {
    const read = FromProcess.safeParse(message)
    if (!read.success) this.#options.report('said what is not in the contract', read.error)
    else if (read.data.kind === 'told') this.#receiveTold(read.data.feature, read.data.name, read.data.payload)
    else {
      this.#waiting.get(read.data.id)?.resolve(read.data.answer)
      this.#waiting.delete(read.data.id)
    }
  }

  #receiveTold(feature: string, name: string, payload: unknown): void {
    const member = this.#options.contract[feature]?.[name]
    if (member?.kind === 'event') this.#options.onTold(feature, name, member.payload.parse(payload))
  }

  #end(code: number): void {
    this.#hasEnded = true
    for (const { reject } of this.#waiting.values()) reject(new InputRefused(this.#options.crashed))
    this.#waiting.clear()
    if (!this.#isStopping) this.#options.onCrash(code)
  }
}
