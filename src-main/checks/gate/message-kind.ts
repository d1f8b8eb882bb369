import { SAMLP } from '#main/saml/namespaces.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { Fault } from '../finding/outcome.ts'

/** The root must be samlp:Response (SAML Core §3.3.3); undefined where it is. */
export function refuseOtherMessage(root: XmlElement): Fault<'saml.message.not-a-response'> | undefined {
  if (root.local === 'Response' && root.namespace === SAMLP) return undefined
  return {
    kind: 'fault',
    code: 'saml.message.not-a-response',
    trust: 'unverified',
    at: { place: () => placeOf(root) },
    expected: `samlp:Response {${SAMLP}}`,
    actual: `${root.name} {${root.namespace}}`,
  }
}
