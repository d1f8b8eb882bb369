import { EventEmitter } from 'node:events'
import { answerMain } from '#main/desktop/processes/answer-main.ts'
import type { ProcessPort } from '#main/desktop/processes/child-process.ts'
import type { Contract, MainHandlers } from '#shared/ipc/declare.ts'

/** A process that is none: the same protocol, in this one, every message copied as a real channel copies it. */
export class FakeProcess<C extends Contract> {
  readonly port: ProcessPort
  readonly #toMain = new EventEmitter()
  readonly #toProcess = new EventEmitter()
  isAlive = true

  constructor(contract: C, handlers: MainHandlers<C>) {
    answerMain(
      {
        on: (_event, listen) => this.#toProcess.on('message', (data) => listen({ data })),
        postMessage: (message) => this.say(message),
      },
      contract,
      handlers,
      () => undefined,
    )
    this.port = {
      on: ((event: string, listen: (...all: unknown[]) => void) => this.#toMain.on(event, listen)) as ProcessPort['on'],
      postMessage: (message) => {
        if (this.isAlive) setImmediate(() => this.#toProcess.emit('message', structuredClone(message)))
      },
      kill: () => {
        this.exit(0)
        return true
      },
    }
  }

  /** Whatever the process may send, sensible or not. */
  say(message: unknown): void {
    if (this.isAlive) setImmediate(() => this.#toMain.emit('message', structuredClone(message)))
  }

  exit(code: number): void {
    if (!this.isAlive) return
    this.isAlive = false
    this.#toMain.emit('exit', code)
  }
}
