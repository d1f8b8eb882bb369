import type { SamlFault } from '../fault.ts'

/** KeyInfo may be left out (XML-DSig §4.5), and then nothing in the message says which key it was. */
export const otherKey: SamlFault = {
  signing: (_signing, { spareKeys }) => spareKeys.another('other'),
  response: (response) => {
    const { signing } = response
    return { ...response, signing: signing && { ...signing, certificate: undefined } }
  },
}
