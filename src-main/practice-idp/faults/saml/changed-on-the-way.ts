import type { SamlFault } from '../fault.ts'

/** Where the content is encrypted nobody can indent it. */
export const changedOnTheWay: SamlFault = {
  response: (response) => ({ ...response, encryptTo: undefined }),
  message: (xml) => xml.replace(/>(<(?:\w+:)?(?:Subject|Conditions|AttributeStatement|Status)[ >])/g, '>\n  $1'),
}
