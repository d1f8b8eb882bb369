import { attributeOf, childElements } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import { MD } from '../namespaces.ts'
import { readBoolean } from './read-attributes.ts'
import { readIndex } from './read-endpoint.ts'

/** RequestedAttribute (SAML Metadata §2.4.4.2). */
export interface ReadRequestedAttribute {
  readonly element: XmlElement
  readonly name: string
  readonly nameFormat: string | undefined
  readonly friendlyName: string | undefined
  readonly isRequired: boolean
}

/** AttributeConsumingService (§2.4.4.1). */
export interface ReadAttributeConsumingService {
  readonly element: XmlElement
  readonly index: number | undefined
  readonly isDefault: boolean | undefined
  readonly requestedAttributes: readonly ReadRequestedAttribute[]
}

export const readAttributeConsumingServices = (role: XmlElement): ReadAttributeConsumingService[] =>
  childElements(role, MD, 'AttributeConsumingService').map((element) => ({
    element,
    index: readIndex(attributeOf(element, 'index')),
    isDefault: readBoolean(element, 'isDefault'),
    requestedAttributes: childElements(element, MD, 'RequestedAttribute').map((attribute) => ({
      element: attribute,
      name: attributeOf(attribute, 'Name') ?? '',
      nameFormat: attributeOf(attribute, 'NameFormat'),
      friendlyName: attributeOf(attribute, 'FriendlyName'),
      isRequired: readBoolean(attribute, 'isRequired') ?? false,
    })),
  }))
