import type { SamlFault } from '../fault.ts'

export const changedOnTheWay: SamlFault = {
  message: (xml) => xml.replaceAll('><saml:', '>\n  <saml:'),
}
