import { type Bridge, type Call, type Contract, type Event, type MainHandlers, takesFile } from '#shared/ipc/declare.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'

type Listener = (payload: unknown) => void

export type Tell = (feature: string, name: string, payload: unknown) => void

/**
 * A bridge without Electron: every call and event of the contract, checked against its schemas in both directions as main's are.
 * @param handlersOf given how to tell the window something
 */
export function deriveBridge<C extends Contract>(contract: C, handlersOf: (tell: Tell) => MainHandlers<C>): Bridge<C> {
  const listeners = new Map<string, Set<Listener>>()
  const listenersOf = (name: string) => {
    const known = listeners.get(name) ?? new Set<Listener>()
    listeners.set(name, known)
    return known
  }
  const tell: Tell = (feature, name, payload) => {
    const declared = contract[feature]?.[name]
    if (declared?.kind !== 'event') throw new Error(`${feature}.${name} is no event`)
    const checked = declared.payload.parse(payload)
    for (const listen of listenersOf(`${feature}.${name}`)) listen(checked)
  }
  const handlers = handlersOf(tell) as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const member = (feature: string, name: string, declared: Call | Event) =>
    declared.kind === 'event'
      ? (listen: Listener) => {
          listenersOf(`${feature}.${name}`).add(listen)
          return () => listenersOf(`${feature}.${name}`).delete(listen)
        }
      : (input: unknown) =>
          answer(declared, handlers[feature]?.[name], takesFile(declared) ? { path: (input as File).name } : input)
  return Object.fromEntries(
    Object.entries(contract).map(([feature, members]) => [
      feature,
      Object.fromEntries(Object.entries(members).map(([name, declared]) => [name, member(feature, name, declared)])),
    ]),
  ) as Bridge<C>
}

async function answer(declared: Call, handle: ((input: unknown) => Promise<unknown>) | undefined, input: unknown) {
  try {
    if (handle === undefined) throw new Error('no handler')
    return { ok: true, value: declared.output.parse(await handle(declared.input.parse(input))) }
  } catch (error) {
    return { ok: false, problem: error instanceof InputRefused ? error.problem : unexpected(error) }
  }
}

/** A fake's own mistake: seen in the test's output, shown as main would. */
function unexpected(error: unknown) {
  // biome-ignore lint/suspicious/noConsole: the page's console is where a broken fake is looked for
  console.error(error)
  return problem('desktop.unexpected')
}
