import type { SamlFault } from '../fault.ts'

/** Canonicalisation drops comments (Exclusive C14N §1.1), so no signature covers them. */
export const commentInName: SamlFault = {
  response: (response) => ({ ...response, encryptTo: undefined }),
  message: (xml) => xml.replace(/(<(?:\w+:)?NameID[^>]*>[^<]+?)([^<]{4}<)/, '$1<!-- -->$2'),
}
