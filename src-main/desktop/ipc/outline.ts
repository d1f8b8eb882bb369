import { type BridgeOutline, OUTLINE_SWITCH } from '#shared/ipc/channel.ts'
import { type Call, type Contract, type Event, takesFile } from '#shared/ipc/declare.ts'

export function outlineOf(global: string, contract: Contract): BridgeOutline {
  const features = Object.entries(contract).map(([feature, members]) => [
    feature,
    Object.fromEntries(Object.entries(members).map(([name, member]) => [name, kindOf(member)])),
  ])
  return { global, features: Object.fromEntries(features) }
}

const kindOf = (member: Call | Event) => (member.kind === 'call' && takesFile(member) ? 'file-call' : member.kind)

/** For `webPreferences.additionalArguments` of a window with our preload. */
export const outlineSwitch = (outline: BridgeOutline): string =>
  `${OUTLINE_SWITCH}${Buffer.from(JSON.stringify(outline)).toString('base64')}`
