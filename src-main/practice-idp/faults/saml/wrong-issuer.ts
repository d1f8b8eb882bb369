import type { SamlFault } from '../fault.ts'

export const wrongIssuer: SamlFault = { entityId: (entityId) => `${entityId}/2` }
