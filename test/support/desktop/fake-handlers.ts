import type { Contract, MainHandlers } from '#shared/ipc/declare.ts'

/** A handler for every call of the contract, made from it: each answers what `answer` says. */
export function fakeHandlers<C extends Contract>(
  contract: C,
  answer: (call: string, input: unknown) => unknown = () => undefined,
): MainHandlers<C> {
  const features = Object.entries(contract).map(([feature, members]) => {
    const calls = Object.entries(members).filter(([, { kind }]) => kind === 'call')
    const handlers = calls.map(([name]) => [name, async (input: unknown) => answer(`${feature}.${name}`, input)])
    return [feature, Object.fromEntries(handlers)]
  })
  return Object.fromEntries(features) as MainHandlers<C>
}
