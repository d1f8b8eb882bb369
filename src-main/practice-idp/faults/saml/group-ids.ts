import { createHash } from 'node:crypto'
import { changing, type SamlFault } from '../fault.ts'
import { withGroups } from './groups-attribute.ts'

export const groupIds: SamlFault = {
  response: changing((assertion) =>
    withGroups(assertion, (attribute) => ({ ...attribute, values: attribute.values.map(objectId) })),
  ),
}

/** Of the same group always the same. */
function objectId(group: string): string {
  const hex = createHash('sha256').update(group).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
