import type { SamlFault } from '../fault.ts'
import { cutMessage, signedAlone } from './cut-message.ts'

/** SAML Core §1.3.4. */
export const sharedIdentifier: SamlFault = {
  response: signedAlone,
  message: (xml) => {
    const [id] = / ID="[^"]*"/.exec(cutMessage(xml)?.assertion ?? '') ?? []
    return id === undefined ? xml : xml.replace(/ ID="[^"]*"/, id)
  },
}
