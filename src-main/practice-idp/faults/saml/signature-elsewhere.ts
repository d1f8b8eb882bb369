import type { SamlFault } from '../fault.ts'
import { cutMessage, signedAlone, withSignature } from './cut-message.ts'

/** SAML Core §5.4.2: a signature names the element it stands in. */
export const signatureElsewhere: SamlFault = {
  response: signedAlone,
  message: (xml) => {
    const parts = cutMessage(xml)
    return parts === null ? xml : withSignature(parts.before, parts.signature) + parts.bare + parts.after
  },
}
