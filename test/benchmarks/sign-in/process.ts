import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A question to the other process and its answer. */
interface Answered {
  readonly id: number
  readonly value?: unknown
  readonly fault?: string
}

/** A part of this program in a process of its own, asked one thing at a time. */
export class PartProcess {
  readonly #child: ChildProcess
  #asked = 0

  constructor(part: string) {
    this.#child = fork(process.argv[1] ?? '', [part], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, DO_NOT_TRACK: '1' },
    })
  }

  async ask<Value>(question: string, input?: unknown): Promise<Value> {
    this.#asked += 1
    const id = this.#asked
    this.#child.send({ id, question, input })
    for (;;) {
      const [answered] = (await once(this.#child, 'message')) as [Answered]
      if (answered.id !== id) continue
      if (answered.fault !== undefined) throw new Error(answered.fault)
      return answered.value as Value
    }
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit')
    this.#child.send({ id: 0, question: 'stop' })
    await gone
  }
}

/** The other side: answers until it is told to stop. */
export function answerQuestions(answers: Readonly<Record<string, (input: never) => unknown>>): void {
  process.on('message', async ({ id, question, input }: { id: number; question: string; input: never }) => {
    try {
      const value = await answers[question]?.(input)
      process.send?.({ id, value })
    } catch (error) {
      process.send?.({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
    if (question === 'stop') process.disconnect()
  })
  process.on('disconnect', () => process.exit())
}

/** Microseconds of processor time of this process, all threads. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}
