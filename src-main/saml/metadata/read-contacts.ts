import { attributeOf, childElements, textOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import { MD } from '../namespaces.ts'
import type { Placed } from './read-attributes.ts'
import { type ReadLocalized, readLocalized } from './read-localized.ts'

/** ContactPerson (SAML Metadata §2.3.2.2). */
export interface ReadContact {
  readonly element: XmlElement
  readonly type: string
  readonly name: string | undefined
  /** As written: the standard wants `mailto:`. */
  readonly emailAddresses: readonly Placed<string>[]
}

export const readContacts = (parent: XmlElement): ReadContact[] =>
  childElements(parent, MD, 'ContactPerson').map((element) => ({
    element,
    type: attributeOf(element, 'contactType') ?? '',
    name: nameOf(element),
    emailAddresses: childElements(element, MD, 'EmailAddress').map((address) => ({
      element: address,
      value: textOf(address).trim(),
    })),
  }))

function nameOf(contact: XmlElement): string | undefined {
  const parts = ['GivenName', 'SurName'].flatMap((local) => childElements(contact, MD, local).map(textOf))
  const name = parts.join(' ').trim()
  const [company] = childElements(contact, MD, 'Company').map(textOf)
  return name === '' ? company?.trim() : name
}

/** OrganizationDisplayName (§2.3.2.1). */
export const readOrganizationNames = (parent: XmlElement): ReadLocalized[] =>
  childElements(parent, MD, 'Organization').flatMap((organization) =>
    readLocalized(organization, MD, 'OrganizationDisplayName'),
  )
