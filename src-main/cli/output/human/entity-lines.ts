import { entityUse } from '#shared/findings/entity-use-words.ts'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import type { Endpoint, MetadataEntity } from '#shared/model/judgement.ts'
import { labelled } from './lines.ts'

const roleWords = { idp: 'identity provider', sp: 'service provider' } as const

/** What an entity says of itself, and what would be used of it. */
export function entityLines(entity: MetadataEntity, width: number, now: Date): string[] {
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['Entity', [entity.entityId]],
    ['Role', [entity.roles.map((role) => roleWords[role]).join(' and ')]],
    ['Valid', validityWords(entity)],
    ['Sign-in', entity.singleSignOnServices.map(endpoint)],
    ['Sign-out', entity.singleLogoutServices.map(endpoint)],
    ['ACS', entity.assertionConsumerServices.map(endpoint)],
    ['Signing', entity.signingCertificates.map(certificate)],
    ['Encrypt', entity.encryptionCertificates.map(certificate)],
    ['In use', entityUse(entity, now)],
  ]
  return facts.flatMap(([label, values]) =>
    values.flatMap((value, index) => (value === '' ? [] : labelled(index === 0 ? label : '', value, width))),
  )
}

/** How long metadata holds, and when it is to be loaded again (SAML Metadata §2.3.1). */
export function validityWords({
  validUntil,
  cacheDuration,
}: Pick<MetadataEntity, 'validUntil' | 'cacheDuration'>): string[] {
  return [
    ...(validUntil === null ? [] : [`until ${validUntil}`]),
    ...(cacheDuration === null ? [] : [`to be loaded again after ${cacheDuration}`]),
  ]
}

const endpoint = ({ binding, location }: Endpoint) => `${location} (${binding.slice(binding.lastIndexOf(':') + 1)})`

const certificate = ({ name, sha256, notAfter, keyType, keyBits }: CertificateSummary) =>
  `${name} …${sha256.slice(-8)}, ${keyType.toUpperCase()}${keyBits === null ? '' : ` ${keyBits}`}, until ${notAfter.slice(0, 10)}`
