import type { SamlFault } from '../fault.ts'
import { cutMessage, forge, signedAlone, withSignature } from './cut-message.ts'

/** XSW 8. */
export const signedInObject: SamlFault = {
  response: signedAlone,
  message: (xml) => {
    const parts = cutMessage(xml)
    if (parts === null) return xml
    const [, id = ''] = / ID="([^"]*)"/.exec(parts.assertion) ?? []
    const put = parts.signature.replace(/<\/((?:\w+:)?)Signature>$/, putInto(parts.bare))
    return parts.before + withSignature(forge(parts.bare, id), put) + parts.after
  },
}

const putInto = (content: string) => (end: string, prefix: string) =>
  `<${prefix}Object>${content}</${prefix}Object>${end}`
