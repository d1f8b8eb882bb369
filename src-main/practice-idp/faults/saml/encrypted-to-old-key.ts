import type { SamlFault } from '../fault.ts'

export const encryptedToOldKey: SamlFault = {
  response: async (response, { spareKeys }) => ({ ...response, encryptTo: await spareKeys.lost('old encryption key') }),
}
