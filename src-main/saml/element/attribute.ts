import type { ElementView } from '#main/xml/tree/element-view.ts'
import { SAML } from '../namespaces.ts'
import { type Leaf, readLeaf } from './leaf.ts'

/** saml:Attribute (SAML Core §2.7.3.1). */
export interface AttributeElement {
  readonly view: ElementView
  readonly name: string
  readonly nameFormat: string | undefined
  readonly friendlyName: string | undefined
  readonly values: readonly Leaf[]
}

/** Of every AttributeStatement, in document order. */
export function readAttributes(assertion: ElementView): AttributeElement[] {
  return assertion
    .children(SAML, 'AttributeStatement')
    .flatMap((statement) => statement.children(SAML, 'Attribute'))
    .map((view) => ({
      view,
      name: view.attribute('Name') ?? '',
      nameFormat: view.attribute('NameFormat'),
      friendlyName: view.attribute('FriendlyName'),
      values: view.children(SAML, 'AttributeValue').map(readLeaf),
    }))
}
