import { FaultId } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import type { FaultGroup } from '#shared/practice-faults/fault-text.ts'

const titles: Readonly<Record<FaultGroup, string>> = {
  addresses: 'Addresses and names',
  times: 'Times',
  signatures: 'Signatures and keys',
  forgeries: 'Forgeries',
  claims: 'Claims',
  refusals: 'Refusals and silence',
  openid: 'OpenID Connect',
}

/** In the order of a login: where to, when, by whom, what about. */
export const faultGroups = (Object.keys(titles) as FaultGroup[]).map((group) => ({
  group,
  title: titles[group],
  faults: FaultId.options.filter((id) => faultCatalogue[id].group === group),
}))

/** All of these words stand in name, deed or lesson. */
export function faultsThatSay(wanted: string): FaultId[] {
  const words = wanted.toLowerCase().split(/\s+/)
  return FaultId.options.filter((id) => {
    const { name, does, teaches } = faultCatalogue[id]
    const text = `${name} ${does} ${teaches}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
