import type { Check } from './finding/outcome.ts'
import { algorithmsAreCurrent } from './metadata/algorithms.ts'
import { assertionsAreWantedSigned, requestedAttributesAreClear } from './metadata/application-wishes.ts'
import { certificatesAreSignedWell } from './metadata/certificate-signature.ts'
import { encryptionKeysAreUsable } from './metadata/encryption-key.ts'
import { requestsCanBeSent, responsesCanBeDelivered } from './metadata/endpoints.ts'
import type { EntitySubject } from './metadata/entity-context.ts'
import { entityIsNamed } from './metadata/entity-id.ts'
import { metadataStaysFresh } from './metadata/freshness.ts'
import { keysAreDescribed } from './metadata/keys.ts'
import { nameIdFormatsAreKnown } from './metadata/name-id.ts'
import { logoutIsOffered, requestsNeedNoSignature } from './metadata/offers.ts'
import { endpointsAreOrdered } from './metadata/other-endpoints.ts'
import { entityAttributesAreUsual, peopleSeeAName, somebodyCanBeAsked } from './metadata/people.ts'
import { entityHasRole } from './metadata/role.ts'
import { signingKeyIsUsable } from './metadata/signing-key.ts'
import { metadataIsCurrent } from './metadata/validity.ts'

/** Checks of every entity, whatever it is. */
const everyEntity: readonly Check<EntitySubject>[] = [
  entityIsNamed,
  metadataIsCurrent,
  metadataStaysFresh,
  entityHasRole,
]

/** Checks of whoever takes part in logins. */
const loginSides: readonly Check<EntitySubject>[] = [
  signingKeyIsUsable,
  keysAreDescribed,
  encryptionKeysAreUsable,
  certificatesAreSignedWell,
  algorithmsAreCurrent,
  logoutIsOffered,
  endpointsAreOrdered,
  nameIdFormatsAreKnown,
]
const identityProviders: readonly Check<EntitySubject>[] = [requestsCanBeSent, requestsNeedNoSignature]
const serviceProviders: readonly Check<EntitySubject>[] = [
  responsesCanBeDelivered,
  assertionsAreWantedSigned,
  requestedAttributesAreClear,
]
const forPeople: readonly Check<EntitySubject>[] = [peopleSeeAName, somebodyCanBeAsked, entityAttributesAreUsual]

/** Every check of one entity, by the roles it has, in the order in which the findings are told. */
export function metadataChecksFor({ entity }: EntitySubject): readonly Check<EntitySubject>[] {
  const isIdp = entity.identityProviders.length > 0
  const isSp = entity.serviceProviders.length > 0
  return [
    ...everyEntity,
    ...(isIdp || isSp ? loginSides : [signingKeyIsUsable, logoutIsOffered]),
    ...(isIdp ? identityProviders : []),
    ...(isSp ? serviceProviders : []),
    ...forPeople,
  ]
}
