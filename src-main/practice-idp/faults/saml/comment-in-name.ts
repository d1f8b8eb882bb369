import type { SamlFault } from '../fault.ts'

/** Canonicalisation drops comments (Exclusive C14N §1.1), so no signature covers them. */
export const commentInName: SamlFault = {
  response: (response) => ({ ...response, encryptTo: undefined }),
  message: (xml) => xml.replace(/(<saml:NameID[^>]*>[^<]*?)(\.[^<.]*<)/, '$1<!-- -->$2'),
}
