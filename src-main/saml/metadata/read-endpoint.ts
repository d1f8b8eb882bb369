import { attributeOf, childElements } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import { MD } from '../namespaces.ts'
import { readBoolean } from './read-attributes.ts'

/** EndpointType and IndexedEndpointType (SAML Metadata §2.2.2, §2.2.3); as written. */
export interface ReadEndpoint {
  readonly element: XmlElement
  readonly binding: string | undefined
  readonly location: string | undefined
  /** Where responses go, when not to `location`. */
  readonly responseLocation: string | undefined
  readonly index: number | undefined
  readonly isDefault: boolean | undefined
}

export function readEndpoints(role: XmlElement, local: string): ReadEndpoint[] {
  return childElements(role, MD, local).map((element) => ({
    element,
    binding: attributeOf(element, 'Binding'),
    location: attributeOf(element, 'Location'),
    responseLocation: attributeOf(element, 'ResponseLocation'),
    index: readIndex(attributeOf(element, 'index')),
    isDefault: readBoolean(element, 'isDefault'),
  }))
}

/** xs:unsignedShort; undefined where absent or anything else. */
export const readIndex = (text: string | undefined) =>
  text !== undefined && /^\s*\d{1,5}\s*$/.test(text) ? Number(text) : undefined

/** The first that says it is, else the first that does not deny it, else the first (§2.2.3). */
export const defaultEndpoint = (endpoints: readonly ReadEndpoint[]): ReadEndpoint | undefined =>
  endpoints.find(({ isDefault }) => isDefault === true) ??
  endpoints.find(({ isDefault }) => isDefault === undefined) ??
  endpoints[0]
