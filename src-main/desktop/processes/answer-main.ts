import type { Contract, MainHandlers } from '#shared/ipc/declare.ts'
import { answerCall, type Report } from '../ipc/answer-call.ts'
import { Asked, type FromProcess } from './messages.ts'

/** A process's way to main: Electron's `process.parentPort`, or a stand-in. */
export interface MainPort {
  readonly on: (event: 'message', listen: (message: { data: unknown }) => void) => unknown
  readonly postMessage: (message: FromProcess) => void
}

type Handler = (input: never) => Promise<unknown>

/** Answers what main asks, both ways through the contract's schemas. What is no question of ours is only reported. */
export function answerMain<C extends Contract>(
  port: MainPort,
  contract: C,
  handlers: MainHandlers<C>,
  report: Report,
): void {
  port.on('message', ({ data }) => {
    const asked = Asked.safeParse(data)
    const member = asked.success ? contract[asked.data.feature]?.[asked.data.name] : undefined
    if (!asked.success || member?.kind !== 'call') return report('not a question', asked.error)
    const { id, feature, name, input } = asked.data
    const handle = (handlers[feature as keyof C] as Record<string, Handler>)[name] as Handler
    void answerCall(member, handle, input, (what, cause) => report(`${feature}.${name} ${what}`, cause)).then(
      (answer) => port.postMessage({ kind: 'answered', id, answer }),
    )
  })
}
