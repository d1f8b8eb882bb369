import type { EntityDifference } from '../model/entity-difference.ts'
import type { MetadataEntity } from '../model/judgement.ts'
import { compareEndpoints, defaultEndpoint } from './compare-endpoints.ts'
import { compareKeys } from './compare-keys.ts'

/** What changed from the older to the newer version of one entity's metadata, the most consequential first. */
export function compareEntities(before: MetadataEntity, after: MetadataEntity): EntityDifference[] {
  return [
    ...changed(before.entityId, after.entityId, (both) => ({ about: 'entity-id', ...both })),
    ...sets(before.roles, after.roles, (kind, role) => ({ about: 'role', kind, role })),
    ...compareKeys('signing', before.signingCertificates, after.signingCertificates),
    ...compareKeys('encryption', before.encryptionCertificates, after.encryptionCertificates),
    ...compareEndpoints('sign-in', before.singleSignOnServices, after.singleSignOnServices),
    ...compareEndpoints('acs', before.assertionConsumerServices, after.assertionConsumerServices),
    ...compareDefaults(before, after),
    ...compareEndpoints('sign-out', before.singleLogoutServices, after.singleLogoutServices),
    ...wishes(before, after),
    ...sets(before.nameIdFormats, after.nameIdFormats, (kind, value) => ({ about: 'name-id-format', kind, value })),
    ...sets(attributes(before), attributes(after), (kind, value) => ({ about: 'requested-attribute', kind, value })),
    ...sets(categories(before), categories(after), (kind, value) => ({ about: 'entity-attribute', kind, value })),
    ...changed(before.displayName, after.displayName, (both) => ({ about: 'display-name', ...both })),
    ...changed(before.validUntil, after.validUntil, (both) => ({ about: 'valid-until', ...both })),
  ]
}

function changed<Value>(
  before: Value,
  after: Value,
  make: (both: { before: Value; after: Value }) => EntityDifference,
): EntityDifference[] {
  return before === after ? [] : [make({ before, after })]
}

function sets<Value extends string>(
  before: readonly Value[],
  after: readonly Value[],
  make: (kind: 'added' | 'removed', value: Value) => EntityDifference,
): EntityDifference[] {
  return [
    ...after.filter((value) => !before.includes(value)).map((value) => make('added', value)),
    ...before.filter((value) => !after.includes(value)).map((value) => make('removed', value)),
  ]
}

/** Only where both addresses were there all along: everything else has been said by then. */
function compareDefaults(before: MetadataEntity, after: MetadataEntity): EntityDifference[] {
  const was = defaultEndpoint(before.assertionConsumerServices)?.location
  const is = defaultEndpoint(after.assertionConsumerServices)?.location
  if (was === undefined || is === undefined || was === is) return []
  const isIn = (entity: MetadataEntity, wanted: string) =>
    entity.assertionConsumerServices.some(({ location }) => location === wanted)
  return isIn(before, is) && isIn(after, was) ? [{ about: 'default-acs', before: was, after: is }] : []
}

function wishes(before: MetadataEntity, after: MetadataEntity): EntityDifference[] {
  const members = [
    ['wantAuthnRequestsSigned', 'signed-requests'],
    ['wantAssertionsSigned', 'signed-assertions'],
    ['authnRequestsSigned', 'signs-requests'],
  ] as const
  return members.flatMap(([member, wish]) =>
    before[member] === after[member] ? [] : [{ about: 'signing-wish', wish, after: after[member] }],
  )
}

const attributes = ({ requestedAttributes }: MetadataEntity) =>
  requestedAttributes.map(({ name, isRequired }) => (isRequired ? `${name} (required)` : name))

const categories = ({ entityAttributes }: MetadataEntity) =>
  entityAttributes.flatMap(({ name, values }) => values.map((value) => `${name} = ${value}`))
