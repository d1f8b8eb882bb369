import type { ReadEndpoint } from '#main/saml/metadata/read-endpoint.ts'
import type { Endpoint, MetadataEntity } from '#shared/model/judgement.ts'
import type { EntitySubject } from './entity-context.ts'
import { type CertificateReading, readEntityCertificates } from './read-certificates.ts'

/** What a service provider (or identity provider) would use of it. */
export function summariseEntity({ entity, signingCertificates }: EntitySubject): MetadataEntity {
  const { identityProviders, serviceProviders, validity } = entity
  const roles = [...identityProviders, ...serviceProviders]
  return {
    entityId: entity.entityId ?? '',
    roles: [
      ...(identityProviders.length > 0 ? ['idp' as const] : []),
      ...(serviceProviders.length > 0 ? ['sp' as const] : []),
    ],
    validUntil: validity.findLast(({ validUntil }) => validUntil !== undefined)?.validUntil ?? null,
    singleSignOnServices: identityProviders.flatMap((role) => endpoints(role.singleSignOnServices)),
    singleLogoutServices: roles.flatMap((role) => endpoints(role.singleLogoutServices)),
    assertionConsumerServices: serviceProviders.flatMap((role) => endpoints(role.assertionConsumerServices)),
    nameIdFormats: [...new Set(roles.flatMap(({ nameIdFormats }) => nameIdFormats.map(({ value }) => value)))],
    wantAuthnRequestsSigned: identityProviders.some(({ wantAuthnRequestsSigned }) => wantAuthnRequestsSigned === true),
    signingCertificates: summaries(signingCertificates),
    encryptionCertificates: summaries(readEntityCertificates(entity, 'encryption')),
  }
}

const endpoints = (read: readonly ReadEndpoint[]): Endpoint[] =>
  read.flatMap(({ binding, location }) =>
    binding === undefined || location === undefined ? [] : { binding, location },
  )

const summaries = (readings: readonly CertificateReading[]) =>
  readings.flatMap((reading) => (reading.kind === 'certificate' ? reading.certificate.summary : []))
