import { attributeOf, childElements, textOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import { MD } from '../namespaces.ts'
import {
  type ReadAttributeConsumingService,
  readAttributeConsumingServices,
} from './read-attribute-consuming-service.ts'
import { type Placed, type ReadValidity, readBoolean, readValidity } from './read-attributes.ts'
import { type ReadEndpoint, readEndpoints } from './read-endpoint.ts'
import {
  type ReadAlgorithm,
  type ReadUserInterface,
  readAlgorithms,
  readScopes,
  readUserInterface,
} from './read-extensions.ts'
import { type ReadKey, readKeys } from './read-key.ts'

/** What both sides' roles share (SAML Metadata §2.4.1, §2.4.2). */
export interface ReadRole {
  readonly element: XmlElement
  /** URIs of protocolSupportEnumeration. */
  readonly protocols: readonly string[]
  readonly validity: ReadValidity
  readonly keys: readonly ReadKey[]
  readonly nameIdFormats: readonly Placed<string>[]
  readonly singleLogoutServices: readonly ReadEndpoint[]
  readonly artifactResolutionServices: readonly ReadEndpoint[]
  readonly manageNameIdServices: readonly ReadEndpoint[]
  readonly userInterface: ReadUserInterface | undefined
  readonly algorithms: readonly ReadAlgorithm[]
}

/** IDPSSODescriptor (§2.4.3). */
export interface ReadIdentityProvider extends ReadRole {
  readonly wantAuthnRequestsSigned: boolean | undefined
  readonly singleSignOnServices: readonly ReadEndpoint[]
  /** shibmd:Scope of the role. */
  readonly scopes: readonly Placed<string>[]
}

/** SPSSODescriptor (§2.4.4). */
export interface ReadServiceProvider extends ReadRole {
  readonly authnRequestsSigned: boolean | undefined
  readonly wantAssertionsSigned: boolean | undefined
  readonly assertionConsumerServices: readonly ReadEndpoint[]
  readonly attributeConsumingServices: readonly ReadAttributeConsumingService[]
}

export const readIdentityProvider = (element: XmlElement): ReadIdentityProvider => ({
  ...readRole(element),
  wantAuthnRequestsSigned: readBoolean(element, 'WantAuthnRequestsSigned'),
  singleSignOnServices: readEndpoints(element, 'SingleSignOnService'),
  scopes: readScopes(element),
})

export const readServiceProvider = (element: XmlElement): ReadServiceProvider => ({
  ...readRole(element),
  authnRequestsSigned: readBoolean(element, 'AuthnRequestsSigned'),
  wantAssertionsSigned: readBoolean(element, 'WantAssertionsSigned'),
  assertionConsumerServices: readEndpoints(element, 'AssertionConsumerService'),
  attributeConsumingServices: readAttributeConsumingServices(element),
})

function readRole(element: XmlElement): ReadRole {
  return {
    element,
    protocols: (attributeOf(element, 'protocolSupportEnumeration') ?? '').split(/\s+/).filter((uri) => uri !== ''),
    validity: readValidity(element),
    keys: readKeys(element),
    nameIdFormats: childElements(element, MD, 'NameIDFormat').map((format) => ({
      value: textOf(format).trim(),
      element: format,
    })),
    singleLogoutServices: readEndpoints(element, 'SingleLogoutService'),
    artifactResolutionServices: readEndpoints(element, 'ArtifactResolutionService'),
    manageNameIdServices: readEndpoints(element, 'ManageNameIDService'),
    userInterface: readUserInterface(element),
    algorithms: readAlgorithms(element),
  }
}
