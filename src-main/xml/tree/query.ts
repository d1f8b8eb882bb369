import type { XmlElement } from './xml-tree.ts'

/** Child elements with this namespace and local name, in document order. Both are compared: prefixes mean nothing. */
export function childElements(parent: XmlElement, namespace: string, local: string): XmlElement[] {
  const found: XmlElement[] = []
  for (const child of parent.children) {
    if (child.kind === 'element' && child.local === local && child.namespace === namespace) found.push(child)
  }
  return found
}

export function elementChildren(parent: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  for (const child of parent.children) if (child.kind === 'element') found.push(child)
  return found
}

/** Value of the attribute that is in no namespace, as SAML's and XML-DSig's attributes are. */
export function attributeOf(element: XmlElement, local: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.local === local && attribute.namespace === '') return attribute.value
  }
  return undefined
}

/** All character data directly inside, comments dropped: `a<!-- -->b` is `ab`, never `a`. */
export function textOf(element: XmlElement): string {
  let text = ''
  for (const child of element.children) if (child.kind === 'text') text += child.value
  return text
}

/** The element and everything below it, in document order. */
export function descendantsOf(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  collect(element, found)
  return found
}

function collect(element: XmlElement, found: XmlElement[]): void {
  found.push(element)
  for (const child of element.children) if (child.kind === 'element') collect(child, found)
}
