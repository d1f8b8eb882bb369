import { DS } from '#main/xml/signature/namespaces.ts'
import { element, leaf } from '#main/xml/write/markup.ts'
import { BINDING_POST, BINDING_REDIRECT, MD, NAME_ID_EMAIL, SAMLP } from '../namespaces.ts'
import { writeKeyDescriptor } from './write-key-descriptor.ts'

export interface ServiceProviderValues {
  readonly entityId: string
  readonly acsUrl: string
  readonly signOutUrl: string | null
  /** By which bindings it takes messages; Redirect where left out. */
  readonly signOutBindings?: readonly ('redirect' | 'post')[]
  /** Base64 of the DER: signs our requests. */
  readonly certificate: string
  /** Sign nothing yet, so that everyone knows them by the time they do. */
  readonly announcedCertificates?: readonly string[]
  /** Base64 of the DER. Many identity providers encrypt as soon as they find one: left out unless we can decrypt. */
  readonly encryptionCertificate?: string | undefined
  readonly wantAssertionsSigned: boolean
  readonly authnRequestsSigned: boolean
  /** Formats we ask for, in order of preference; e-mail address where undefined. */
  readonly nameIdFormats?: readonly string[]
}

const bindingNames = { redirect: BINDING_REDIRECT, post: BINDING_POST } as const

/** What an identity provider's administrator loads (SAML Metadata §2.4.4). Not signed: it is handed over, not looked up. */
export function writeServiceProviderMetadata(values: ServiceProviderValues): string {
  const { signOutUrl, signOutBindings = ['redirect'], encryptionCertificate, nameIdFormats = [NAME_ID_EMAIL] } = values
  const { announcedCertificates = [] } = values
  const role = element(
    'md:SPSSODescriptor',
    {
      AuthnRequestsSigned: values.authnRequestsSigned,
      WantAssertionsSigned: values.wantAssertionsSigned,
      protocolSupportEnumeration: SAMLP,
    },
    writeKeyDescriptor('signing', values.certificate),
    ...announcedCertificates.map((certificate) => writeKeyDescriptor('signing', certificate)),
    encryptionCertificate === undefined ? undefined : writeKeyDescriptor('encryption', encryptionCertificate),
    ...(signOutUrl === null ? [] : signOutBindings).map((binding) =>
      element('md:SingleLogoutService', { Binding: bindingNames[binding], Location: signOutUrl ?? undefined }),
    ),
    ...nameIdFormats.map((format) => leaf('md:NameIDFormat', format)),
    element('md:AssertionConsumerService', {
      Binding: BINDING_POST,
      Location: values.acsUrl,
      index: 0,
      isDefault: true,
    }),
  )
  return element('md:EntityDescriptor', { 'xmlns:md': MD, 'xmlns:ds': DS, entityID: values.entityId }, role)
}
