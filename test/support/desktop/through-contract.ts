import type { z } from 'zod'
import type { Call, Feature, FeatureHandlers } from '#shared/ipc/declare.ts'

type Asked<F extends Feature> = {
  readonly [K in keyof F as F[K] extends Call ? K : never]: F[K] extends Call<infer Input, infer Output>
    ? (...input: undefined extends z.input<Input> ? [] : [z.input<Input>]) => Promise<z.output<Output>>
    : never
}

/** Handlers as a window meets them: what goes in and out passes the contract's schemas. Refusals are thrown. */
export function throughContract<F extends Feature>(feature: F, handlers: FeatureHandlers<F>): Asked<F> {
  const calls = Object.entries(feature).flatMap(([name, member]) => {
    if (member.kind !== 'call') return []
    const handle = handlers[name as keyof FeatureHandlers<F>] as (input: unknown) => Promise<unknown>
    return [[name, async (input: unknown) => member.output.parse(await handle(member.input.parse(input)))]]
  })
  return Object.fromEntries(calls)
}
