import type { Check } from './finding/outcome.ts'
import { requestsCanBeSent, responsesCanBeDelivered } from './metadata/endpoints.ts'
import type { EntitySubject } from './metadata/entity-context.ts'
import { entityIsNamed } from './metadata/entity-id.ts'
import { logoutIsOffered, requestsNeedNoSignature } from './metadata/offers.ts'
import { entityHasRole } from './metadata/role.ts'
import { signingKeyIsUsable } from './metadata/signing-key.ts'
import { metadataIsCurrent } from './metadata/validity.ts'

/** Checks of every entity. */
const everyEntity: readonly Check<EntitySubject>[] = [
  entityIsNamed,
  metadataIsCurrent,
  entityHasRole,
  signingKeyIsUsable,
  logoutIsOffered,
]

/** Every check of one entity, by the roles it has, in the order in which the findings are told. */
export function metadataChecksFor({ entity }: EntitySubject): readonly Check<EntitySubject>[] {
  return [
    ...everyEntity,
    ...(entity.identityProviders.length > 0 ? [requestsCanBeSent, requestsNeedNoSignature] : []),
    ...(entity.serviceProviders.length > 0 ? [responsesCanBeDelivered] : []),
  ]
}
