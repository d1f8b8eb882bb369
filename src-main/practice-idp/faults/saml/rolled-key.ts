import type { SamlFault } from '../fault.ts'

export const rolledKey: SamlFault = {
  signing: (_signing, { spareKeys }) => spareKeys.another('rolled'),
  keepsMetadata: true,
}
