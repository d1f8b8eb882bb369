import type { SamlFault } from '../fault.ts'
import { cutMessage, forge, signedAlone } from './cut-message.ts'

/** XSW 4. */
export const forgedAround: SamlFault = {
  response: signedAlone,
  message: (xml) => {
    const parts = cutMessage(xml)
    if (parts === null) return xml
    const around = forge(parts.bare).replace(/<\/(?:\w+:)?Assertion>/, (end) => `${parts.assertion}${end}`)
    return parts.before + around + parts.after
  },
}
