import type { SamlFault } from '../fault.ts'
import { cutMessage, forge, signedAlone } from './cut-message.ts'

/** XSW 3 (Somorovsky et al. 2012). */
export const forgedBeside: SamlFault = {
  response: signedAlone,
  message: (xml) => {
    const parts = cutMessage(xml)
    return parts === null ? xml : parts.before + forge(parts.bare) + parts.assertion + parts.after
  },
}
