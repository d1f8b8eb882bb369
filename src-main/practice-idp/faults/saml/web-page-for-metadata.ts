import type { SamlFault } from '../fault.ts'

export const webPageForMetadata: SamlFault = { metadata: 'web-page' }
