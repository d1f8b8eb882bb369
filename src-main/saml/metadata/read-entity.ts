import { attributeOf, childElements, elementChildren } from '#main/xml/tree/query.ts'
import type { XmlDocument, XmlElement } from '#main/xml/tree/xml-tree.ts'
import { MD } from '../namespaces.ts'
import { type ReadValidity, readValidity } from './read-attributes.ts'
import { type ReadContact, readContacts, readOrganizationNames } from './read-contacts.ts'
import {
  type ReadAlgorithm,
  type ReadEntityAttribute,
  readAlgorithms,
  readEntityAttributes,
  readRegistrationAuthority,
} from './read-extensions.ts'
import type { ReadLocalized } from './read-localized.ts'
import {
  type ReadIdentityProvider,
  type ReadServiceProvider,
  readIdentityProvider,
  readServiceProvider,
} from './read-role.ts'

/** EntityDescriptor (SAML Metadata §2.3.2), as written: nothing in it is judged or trusted yet. */
export interface ReadEntity {
  readonly element: XmlElement
  readonly entityId: string | undefined
  /** Its own last, those of the EntitiesDescriptors around it before. All of them bind. */
  readonly validity: readonly ReadValidity[]
  readonly identityProviders: readonly ReadIdentityProvider[]
  readonly serviceProviders: readonly ReadServiceProvider[]
  /** Attribute authorities and whatever else describes a role. */
  readonly otherRoles: readonly XmlElement[]
  /** Its own and its roles'. */
  readonly contacts: readonly ReadContact[]
  readonly organizationNames: readonly ReadLocalized[]
  readonly entityAttributes: readonly ReadEntityAttribute[]
  readonly algorithms: readonly ReadAlgorithm[]
  readonly registrationAuthority: string | undefined
}

/** Every entity of a document, EntitiesDescriptors opened, in document order; none where it is not metadata. */
export function readEntities({ root }: XmlDocument): ReadEntity[] {
  return entitiesIn(root, [])
}

function entitiesIn(element: XmlElement, around: readonly ReadValidity[]): ReadEntity[] {
  if (element.namespace !== MD) return []
  const validity = [...around, readValidity(element)]
  if (element.local === 'EntityDescriptor') return [readEntity(element, validity)]
  if (element.local !== 'EntitiesDescriptor') return []
  return elementChildren(element).flatMap((child) => entitiesIn(child, validity))
}

/** @param validity its own last, those around it before */
export function readEntity(element: XmlElement, validity: readonly ReadValidity[]): ReadEntity {
  return {
    element,
    entityId: attributeOf(element, 'entityID'),
    validity,
    identityProviders: childElements(element, MD, 'IDPSSODescriptor').map(readIdentityProvider),
    serviceProviders: childElements(element, MD, 'SPSSODescriptor').map(readServiceProvider),
    otherRoles: elementChildren(element).filter(isOtherRole),
    contacts: [element, ...rolesIn(element)].flatMap(readContacts),
    organizationNames: readOrganizationNames(element),
    entityAttributes: readEntityAttributes(element),
    algorithms: readAlgorithms(element),
    registrationAuthority: readRegistrationAuthority(element),
  }
}

const rolesIn = (element: XmlElement) =>
  elementChildren(element).filter(({ namespace, local }) => namespace === MD && local.endsWith('SSODescriptor'))

const isOtherRole = ({ namespace, local }: XmlElement) =>
  namespace === MD && /Descriptor$/.test(local) && local !== 'IDPSSODescriptor' && local !== 'SPSSODescriptor'
