import type { SamlFault } from '../fault.ts'
import { cutMessage, forge, signedAlone } from './cut-message.ts'

/** XSW 7: Extensions may hold anything (SAML Core §3.2.2), and stand in front of the assertion. */
export const forgedInExtensions: SamlFault = {
  response: signedAlone,
  message: (xml) => {
    const parts = cutMessage(xml)
    if (parts === null) return xml
    const [, id = ''] = / ID="([^"]*)"/.exec(parts.assertion) ?? []
    const hide = (status: string, prefix: string) =>
      `<${prefix}Extensions>${forge(parts.bare, id)}</${prefix}Extensions>${status}`
    return parts.before.replace(/<((?:\w+:)?)Status>/, hide) + parts.assertion + parts.after
  },
}
