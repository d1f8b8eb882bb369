import { SAML, SAMLP } from '#main/saml/namespaces.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import { attributeOf, childElements } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { Outcome } from '../finding/outcome.ts'

/** Root samlp:Response, Version 2.0 there and on the assertion (SAML Core §3.3.3, §2.3.3). */
export function judgeMessageKind(root: XmlElement): Outcome<'saml.message'> {
  const at = { place: () => placeOf(root) }
  if (root.local !== 'Response' || root.namespace !== SAMLP) {
    const actual = `${root.name} {${root.namespace}}`
    return {
      kind: 'fault',
      code: 'saml.message.not-a-response',
      trust: 'unverified',
      at,
      expected: `samlp:Response {${SAMLP}}`,
      actual,
    }
  }
  for (const element of [root, ...childElements(root, SAML, 'Assertion')]) {
    const version = attributeOf(element, 'Version')
    if (version !== '2.0') {
      const place = { place: () => placeOf(element) }
      return {
        kind: 'fault',
        code: 'saml.message.version',
        trust: 'unverified',
        at: place,
        expected: '2.0',
        actual: version ?? 'none',
      }
    }
  }
  return { kind: 'passed', trust: 'verified', at }
}
