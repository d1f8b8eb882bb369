import type { ReadContact } from '#main/saml/metadata/read-contacts.ts'
import type { ReadEndpoint } from '#main/saml/metadata/read-endpoint.ts'
import type { ReadEntity } from '#main/saml/metadata/read-entity.ts'
import { preferredText } from '#main/saml/metadata/read-localized.ts'
import type { ReadServiceProvider } from '#main/saml/metadata/read-role.ts'
import type { Endpoint, MetadataEntity } from '#shared/model/judgement.ts'
import type { EntitySubject } from './entity-context.ts'
import type { CertificateReading } from './read-certificates.ts'

/** What a service provider (or identity provider) would use of it. */
export function summariseEntity({
  entity,
  signingCertificates,
  encryptionCertificates,
}: EntitySubject): MetadataEntity {
  const { identityProviders, serviceProviders, validity } = entity
  const roles = [...identityProviders, ...serviceProviders]
  return {
    entityId: entity.entityId ?? '',
    roles: rolesOf(entity),
    validUntil: validity.findLast(({ validUntil }) => validUntil !== undefined)?.validUntil ?? null,
    singleSignOnServices: identityProviders.flatMap((role) => endpoints(role.singleSignOnServices)),
    singleLogoutServices: roles.flatMap((role) => endpoints(role.singleLogoutServices)),
    assertionConsumerServices: serviceProviders.flatMap((role) => endpoints(role.assertionConsumerServices)),
    nameIdFormats: [...new Set(roles.flatMap(({ nameIdFormats }) => nameIdFormats.map(({ value }) => value)))],
    wantAuthnRequestsSigned: identityProviders.some(({ wantAuthnRequestsSigned }) => wantAuthnRequestsSigned === true),
    signingCertificates: summaries(signingCertificates),
    encryptionCertificates: summaries(encryptionCertificates),
    displayName: displayNameOf(entity) ?? null,
    cacheDuration: validity.findLast(({ cacheDuration }) => cacheDuration !== undefined)?.cacheDuration ?? null,
    authnRequestsSigned: serviceProviders.some(({ authnRequestsSigned }) => authnRequestsSigned === true),
    wantAssertionsSigned: serviceProviders.some(({ wantAssertionsSigned }) => wantAssertionsSigned === true),
    requestedAttributes: serviceProviders.flatMap(requestedAttributes),
    entityAttributes: entity.entityAttributes.map(({ name, values }) => ({ name, values: [...values] })),
    contacts: entity.contacts.map(contact),
    registrationAuthority: entity.registrationAuthority ?? null,
  }
}

export const rolesOf = ({ identityProviders, serviceProviders }: ReadEntity): MetadataEntity['roles'] => [
  ...(identityProviders.length > 0 ? ['idp' as const] : []),
  ...(serviceProviders.length > 0 ? ['sp' as const] : []),
]

/** As people know it. */
export const displayNameOf = ({ identityProviders, serviceProviders, organizationNames }: ReadEntity) =>
  preferredText(
    [...identityProviders, ...serviceProviders].flatMap(({ userInterface }) => userInterface?.displayNames ?? []),
  ) ?? preferredText(organizationNames)

const endpoints = (read: readonly ReadEndpoint[]): Endpoint[] =>
  read.flatMap(({ binding, location, responseLocation, index, isDefault }) =>
    binding === undefined || location === undefined
      ? []
      : {
          binding,
          location,
          ...(responseLocation !== undefined && { responseLocation }),
          ...(index !== undefined && { index }),
          ...(isDefault !== undefined && { isDefault }),
        },
  )

const requestedAttributes = ({ attributeConsumingServices }: ReadServiceProvider) =>
  attributeConsumingServices
    .flatMap((service) => service.requestedAttributes)
    .map(({ name, friendlyName, isRequired }) => ({ name, friendlyName: friendlyName ?? null, isRequired }))

const contact = ({ type, name, emailAddresses }: ReadContact) => ({
  type,
  name: name ?? null,
  emailAddresses: emailAddresses.map(({ value }) => value.replace(/^mailto:/i, '')),
})

const summaries = (readings: readonly CertificateReading[]) =>
  readings.flatMap((reading) => (reading.kind === 'certificate' ? reading.certificate.summary : []))
