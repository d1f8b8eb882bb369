import { attributeOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'

/** A value and the element it stands on, so that whoever judges it can point there. */
export interface Placed<Value> {
  readonly value: Value
  readonly element: XmlElement
}

/** xs:boolean (XML Schema 2 §3.2.2); undefined where absent or anything else. */
export function readBoolean(element: XmlElement, attribute: string): boolean | undefined {
  const text = attributeOf(element, attribute)?.trim()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : undefined
}

/** How long a description may be used (SAML Metadata §2.3.1); as written. */
export interface ReadValidity {
  readonly element: XmlElement
  readonly validUntil: string | undefined
  readonly cacheDuration: string | undefined
}

export const readValidity = (element: XmlElement): ReadValidity => ({
  element,
  validUntil: attributeOf(element, 'validUntil'),
  cacheDuration: attributeOf(element, 'cacheDuration'),
})
