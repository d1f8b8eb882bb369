import type { Canonicalization } from '../canonicalize/canonicalize.ts'
import { childElements, elementChildren } from '../tree/query.ts'
import type { XmlElement } from '../tree/xml-tree.ts'
import { canonicalizationMethods } from './algorithms.ts'
import { DS, ENVELOPED_SIGNATURE, EXCLUSIVE_C14N } from './namespaces.ts'
import { algorithmOf, inclusivePrefixes } from './read-algorithm.ts'
import type { SignatureFaultKind } from './signature-fault.ts'

/** What XML-DSig applies where no canonicalisation is named (§4.4.3.2). */
const byDefault: Canonicalization = { method: 'inclusive', withComments: false, inclusivePrefixes: [] }

/**
 * enveloped-signature, then at most one canonicalisation; anything else (XPath, XSLT, base64, more of them) is a fault:
 * every further transform is a way to sign less than what is read (SAML Core §5.4.4).
 */
export function readTransforms(
  reference: XmlElement,
  fault: (kind: SignatureFaultKind, at: XmlElement, actual: string) => void,
): Canonicalization | undefined {
  const lists = childElements(reference, DS, 'Transforms')
  const transforms = lists.flatMap(elementChildren)
  const stranger = transforms.find(({ local, namespace }) => local !== 'Transform' || namespace !== DS)
  if (lists[1] !== undefined || stranger !== undefined) {
    fault('transform-refused', stranger ?? reference, stranger?.name ?? `${lists.length} × Transforms`)
    return undefined
  }
  const [enveloped, c14n, ...rest] = transforms
  if (enveloped === undefined || algorithmOf(enveloped) !== ENVELOPED_SIGNATURE) {
    fault('transform-refused', enveloped ?? reference, algorithmOf(enveloped) || 'no enveloped-signature transform')
    return undefined
  }
  if (rest[0] !== undefined) fault('transform-refused', rest[0], `${transforms.length} transforms`)
  if (c14n === undefined) return byDefault
  const known = canonicalizationMethods.get(algorithmOf(c14n))
  const strangers = elementChildren(c14n).filter(isStranger)
  if (known === undefined || strangers.length > 0) {
    fault('transform-refused', strangers[0] ?? c14n, strangers[0]?.name ?? algorithmOf(c14n))
    return undefined
  }
  // A bare-name reference selects a node set without comments, whatever the transform says (XML-DSig §4.4.3.3).
  return { ...known, withComments: false, inclusivePrefixes: inclusivePrefixes(c14n) }
}

const isStranger = ({ local, namespace }: XmlElement) => local !== 'InclusiveNamespaces' || namespace !== EXCLUSIVE_C14N
