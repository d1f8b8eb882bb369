import { compareCodePoints } from '../canonicalize/code-point-order.ts'
import { descendantsOf } from '../tree/query.ts'
import type { XmlAttribute, XmlElement } from '../tree/xml-tree.ts'

/** U+0085 and U+2028 become line ends, U+FFFD is complained of, and names beyond the basic plane are not read at all. */
const misread = /[\u0085\u2028\uFFFD\uD800-\uDFFF]/

const hiddenValue = /SignatureValue[^>]*>[^<]*<!\[CDATA\[/

/**
 * Where xml-crypto 6.3, or the parser in it, is known to read a document otherwise than the standards say: there its word is worth
 * nothing. Undefined where nothing is known.
 */
export function knownWeakness(root: XmlElement, text: string): string | undefined {
  if (misread.test(text)) return 'Its parser misreads some characters of this document.'
  if (hiddenValue.test(text)) return 'It does not find a signature value in CDATA.'
  const elements = [...descendantsOf(root)]
  if (elements.some(({ attributes }) => attributes.some(asksTooMuch)))
    return 'It canonicalises inclusively, and with some prefix lists, in its own way.'
  if (!isSortedAlike(elements) || elements.some(({ attributes }) => !areSortedAlike(attributes)))
    return 'It sorts some names of this document in another order.'
  return undefined
}

const asksTooMuch = ({ local, value }: XmlAttribute) =>
  (local === 'PrefixList' && /#default|[^ -~]/.test(value)) ||
  (local === 'Algorithm' && value.includes('REC-xml-c14n')) ||
  // Taken for namespace declarations, and left out.
  local.startsWith('xmlns')

/** It sorts prefixes as people do, not by code point. */
function isSortedAlike(elements: readonly XmlElement[]): boolean {
  const prefixes = [...new Set(elements.flatMap(({ declarations }) => declarations.map(({ prefix }) => prefix)))]
  const theirs = [...prefixes].sort((left, right) => left.localeCompare(right))
  const ours = prefixes.sort(compareCodePoints)
  return ours.every((prefix, index) => prefix === theirs[index])
}

/** It compares namespace and local name as one text. */
function areSortedAlike(attributes: readonly XmlAttribute[]): boolean {
  const qualified = attributes.filter(({ namespace }) => namespace !== '')
  if (qualified.length < 2) return true
  const asOne = ({ namespace, local }: XmlAttribute) => namespace + local
  const theirs = [...qualified].sort((left, right) => compareCodePoints(asOne(left), asOne(right)))
  const ours = qualified.sort(
    (left, right) => compareCodePoints(left.namespace, right.namespace) || compareCodePoints(left.local, right.local),
  )
  return ours.every((attribute, index) => attribute === theirs[index])
}
