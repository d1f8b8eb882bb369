import { attributeOf, childElements, textOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import { MD, SAML } from '../namespaces.ts'
import { ALGSUPPORT, MDATTR, MDRPI, MDUI, SHIBMD } from './namespaces.ts'
import type { Placed } from './read-attributes.ts'
import { type ReadLocalized, readLocalized } from './read-localized.ts'

export const extensionsOf = (parent: XmlElement): XmlElement[] => childElements(parent, MD, 'Extensions')

/** mdui:UIInfo (SAML Metadata UI §2.1). */
export interface ReadUserInterface {
  readonly element: XmlElement
  readonly displayNames: readonly ReadLocalized[]
  readonly descriptions: readonly ReadLocalized[]
  readonly logos: readonly ReadLocalized[]
  readonly informationUrls: readonly ReadLocalized[]
  readonly privacyUrls: readonly ReadLocalized[]
}

export function readUserInterface(role: XmlElement): ReadUserInterface | undefined {
  const [element] = extensionsOf(role).flatMap((extensions) => childElements(extensions, MDUI, 'UIInfo'))
  if (element === undefined) return undefined
  return {
    element,
    displayNames: readLocalized(element, MDUI, 'DisplayName'),
    descriptions: readLocalized(element, MDUI, 'Description'),
    logos: readLocalized(element, MDUI, 'Logo'),
    informationUrls: readLocalized(element, MDUI, 'InformationURL'),
    privacyUrls: readLocalized(element, MDUI, 'PrivacyStatementURL'),
  }
}

/** saml:Attribute in mdattr:EntityAttributes, such as an entity category. */
export interface ReadEntityAttribute {
  readonly element: XmlElement
  readonly name: string
  readonly values: readonly string[]
}

export const readEntityAttributes = (entity: XmlElement): ReadEntityAttribute[] =>
  extensionsOf(entity)
    .flatMap((extensions) => childElements(extensions, MDATTR, 'EntityAttributes'))
    .flatMap((attributes) => childElements(attributes, SAML, 'Attribute'))
    .map((element) => ({
      element,
      name: attributeOf(element, 'Name') ?? '',
      values: childElements(element, SAML, 'AttributeValue').map((value) => textOf(value).trim()),
    }))

/** mdrpi:RegistrationInfo. */
export const readRegistrationAuthority = (entity: XmlElement): string | undefined => {
  const [info] = extensionsOf(entity).flatMap((extensions) => childElements(extensions, MDRPI, 'RegistrationInfo'))
  return info && attributeOf(info, 'registrationAuthority')
}

/** alg:SigningMethod, alg:DigestMethod (SAML Metadata Algorithm Support §2). */
export interface ReadAlgorithm {
  readonly element: XmlElement
  readonly kind: 'signing' | 'digest'
  /** URI. */
  readonly algorithm: string
}

export const readAlgorithms = (parent: XmlElement): ReadAlgorithm[] =>
  extensionsOf(parent).flatMap((extensions) => [
    ...childElements(extensions, ALGSUPPORT, 'SigningMethod').map((element) => algorithm('signing', element)),
    ...childElements(extensions, ALGSUPPORT, 'DigestMethod').map((element) => algorithm('digest', element)),
  ])

const algorithm = (kind: ReadAlgorithm['kind'], element: XmlElement): ReadAlgorithm => ({
  element,
  kind,
  algorithm: attributeOf(element, 'Algorithm') ?? '',
})

/** shibmd:Scope: what an identity provider may say after the `@` of scoped attributes. */
export const readScopes = (parent: XmlElement): Placed<string>[] =>
  extensionsOf(parent)
    .flatMap((extensions) => childElements(extensions, SHIBMD, 'Scope'))
    .map((element) => ({ element, value: textOf(element).trim() }))
