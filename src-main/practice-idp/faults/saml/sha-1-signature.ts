import type { SamlFault } from '../fault.ts'

export const sha1Signature: SamlFault = {
  response: (response) => {
    const { signing } = response
    return { ...response, signing: signing && { ...signing, hash: 'sha1' } }
  },
}
