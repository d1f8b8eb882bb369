import { DS } from '#main/xml/signature/namespaces.ts'
import { element, leaf } from '#main/xml/write/markup.ts'
import { MD, NAME_ID_EMAIL, SAMLP } from '../namespaces.ts'
import { writeKeyDescriptor } from './write-key-descriptor.ts'

export interface WrittenEndpoint {
  /** URI of the binding. */
  readonly binding: string
  readonly location: string
}

export interface IdentityProviderValues {
  readonly entityId: string
  readonly singleSignOnServices: readonly WrittenEndpoint[]
  readonly singleLogoutServices?: readonly WrittenEndpoint[]
  /** Base64 of the DER of each; several during a rollover. */
  readonly signingCertificates: readonly string[]
  readonly wantAuthnRequestsSigned: boolean
  readonly nameIdFormats?: readonly string[]
  readonly validUntil?: Date | undefined
}

/** What a service provider loads (SAML Metadata §2.4.3). */
export function writeIdentityProviderMetadata(values: IdentityProviderValues): string {
  const { singleLogoutServices = [], nameIdFormats = [NAME_ID_EMAIL] } = values
  const role = element(
    'md:IDPSSODescriptor',
    { WantAuthnRequestsSigned: values.wantAuthnRequestsSigned, protocolSupportEnumeration: SAMLP },
    ...values.signingCertificates.map((certificate) => writeKeyDescriptor('signing', certificate)),
    ...singleLogoutServices.map((endpoint) => writeEndpoint('md:SingleLogoutService', endpoint)),
    ...nameIdFormats.map((format) => leaf('md:NameIDFormat', format)),
    ...values.singleSignOnServices.map((endpoint) => writeEndpoint('md:SingleSignOnService', endpoint)),
  )
  const validUntil = values.validUntil?.toISOString()
  return element('md:EntityDescriptor', { 'xmlns:md': MD, 'xmlns:ds': DS, entityID: values.entityId, validUntil }, role)
}

const writeEndpoint = (name: string, { binding, location }: WrittenEndpoint) =>
  element(name, { Binding: binding, Location: location })
