import { type BridgeOutline, OUTLINE_SWITCH } from '#shared/ipc/channel.ts'
import type { Contract } from '#shared/ipc/declare.ts'

export function outlineOf(global: string, contract: Contract): BridgeOutline {
  const features = Object.entries(contract).map(([feature, members]) => [
    feature,
    Object.fromEntries(Object.entries(members).map(([name, { kind }]) => [name, kind])),
  ])
  return { global, features: Object.fromEntries(features) }
}

/** For `webPreferences.additionalArguments` of a window with our preload. */
export const outlineSwitch = (outline: BridgeOutline): string =>
  `${OUTLINE_SWITCH}${Buffer.from(JSON.stringify(outline)).toString('base64')}`
