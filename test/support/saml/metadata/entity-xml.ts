import type { SigningIdentity } from '../../pki/signing-identity.ts'

const BINDINGS = 'urn:oasis:names:tc:SAML:2.0:bindings'
export const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol'

/** `md:KeyDescriptor`; whatever stands for the certificate may be none. */
export const keyXml = (certificate: string, attributes = 'use="signing"', more = '') =>
  `<md:KeyDescriptor ${attributes}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>${more}</md:KeyDescriptor>`

export const base64Of = ({ certificate }: SigningIdentity) => certificate.x509.raw.toString('base64')

export const endpointXml = (name: string, location: string, binding = 'HTTP-POST', attributes = '') =>
  `<md:${name} Binding="${binding.includes(':') ? binding : `${BINDINGS}:${binding}`}" Location="${location}" ${attributes}/>`

/** Parts of a role in the order that the schema asks for. */
export interface RoleParts {
  readonly attributes?: string
  readonly extensions?: string
  readonly keys?: string
  readonly services?: string
  readonly nameIdFormats?: string
  readonly endpoints?: string
  readonly after?: string
}

const role = (name: string, parts: RoleParts) =>
  `<md:${name} protocolSupportEnumeration="${PROTOCOL}" ${parts.attributes ?? ''}>${extensionsXml(parts.extensions)}${parts.keys ?? ''}${parts.services ?? ''}${parts.nameIdFormats ?? ''}${parts.endpoints ?? ''}${parts.after ?? ''}</md:${name}>`

export const extensionsXml = (inside = '') => (inside === '' ? '' : `<md:Extensions>${inside}</md:Extensions>`)
export const nameIdFormatXml = (uri: string) => `<md:NameIDFormat>${uri}</md:NameIDFormat>`

export const idpXml = (parts: RoleParts) =>
  role('IDPSSODescriptor', {
    endpoints: endpointXml('SingleSignOnService', 'https://idp.example.com/sso', 'HTTP-Redirect'),
    ...parts,
  })
export const spXml = (parts: RoleParts) =>
  role('SPSSODescriptor', {
    endpoints: endpointXml('AssertionConsumerService', 'https://app.example/acs', 'HTTP-POST', 'index="0"'),
    ...parts,
  })

export const entityXml = (inside: string, attributes = 'entityID="https://idp.example.com/entity"') =>
  `<md:EntityDescriptor ${namespacesXml} ${attributes}>${inside}</md:EntityDescriptor>`

export const namespacesXml =
  'xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui" xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute" xmlns:alg="urn:oasis:names:tc:SAML:metadata:algsupport"'
