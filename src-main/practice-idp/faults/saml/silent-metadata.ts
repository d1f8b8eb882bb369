import type { SamlFault } from '../fault.ts'

export const silentMetadata: SamlFault = { metadata: 'silent' }
