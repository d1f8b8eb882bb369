import type { WebContents } from 'electron'
import type { z } from 'zod'
import { channelOf } from '#shared/ipc/channel.ts'
import type { Contract, Event } from '#shared/ipc/declare.ts'

/** Main's side of the events: one function per event of the contract. */
export type Tell<C extends Contract> = {
  readonly [F in keyof C]: {
    readonly [K in keyof C[F] as C[F][K] extends Event ? K : never]: C[F][K] extends Event<infer Payload>
      ? (payload: z.input<Payload>) => void
      : never
  }
}

/** @param send to everyone who has this contract; payloads are checked before they leave */
export function tellBy<C extends Contract>(
  contract: C,
  send: (feature: string, name: string, payload: unknown) => void,
): Tell<C> {
  const features = Object.entries(contract).map(([feature, members]) => {
    const events = Object.entries(members).flatMap(([name, member]) => {
      if (member.kind !== 'event') return []
      return [[name, (payload: unknown) => send(feature, name, member.payload.parse(payload))]]
    })
    return [feature, Object.fromEntries(events)]
  })
  // Built member by member from the contract that the type is derived from.
  return Object.fromEntries(features) as Tell<C>
}

/** @param windows those that are open when something is told */
export const tellWindows = <C extends Contract>(
  contract: C,
  windows: () => readonly Pick<WebContents, 'isDestroyed' | 'send'>[],
): Tell<C> =>
  tellBy(contract, (feature, name, payload) => {
    for (const window of windows()) if (!window.isDestroyed()) window.send(channelOf(feature, name), payload)
  })
