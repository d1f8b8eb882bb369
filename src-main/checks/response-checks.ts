import type { Check } from './finding/outcome.ts'
import type { ResponseSubject } from './reading/response-subject.ts'
import { audienceNamesUs } from './saml/audience.ts'
import { secondFactor } from './saml/authn-context.ts'
import { userHasSignedIn } from './saml/authn-statement.ts'
import { assertionIsForBearer } from './saml/bearer-confirmation.ts'
import { certificateIsValid } from './saml/certificate.ts'
import { attributesAreUnambiguous } from './saml/claims/attributes.ts'
import { emailArrived } from './saml/claims/email.ts'
import { groupsAreUsable } from './saml/claims/groups.ts'
import { familyNameArrived, givenNameArrived } from './saml/claims/names.ts'
import { clocksAgree } from './saml/clock.ts'
import {
  conditionsAreKnown,
  oneTimeUse,
  proxyRestriction,
  validityHasBegun,
  validityHasNotEnded,
} from './saml/conditions.ts'
import {
  addressIsNamed,
  confirmationAnswersRequest,
  confirmationIsInTime,
  recipientIsOurs,
} from './saml/confirmation.ts'
import { destinationIsOurs } from './saml/destination.ts'
import { assertionIsEncrypted } from './saml/encryption-demanded.ts'
import { extensionsAreIgnored } from './saml/extensions.ts'
import { responseAnswersRequest } from './saml/in-response-to.ts'
import { responseIsFresh } from './saml/issue-instant.ts'
import { assertionIssuerIsKnown, responseIssuerIsKnown } from './saml/issuer.ts'
import { subjectIsNamed } from './saml/name-id.ts'
import { assertionIsNew } from './saml/replay.ts'
import { messageFitsSchema } from './saml/schema.ts'
import { secondWitnessAgrees } from './saml/second-witness.ts'
import { sessionIsNamed } from './saml/session-index.ts'
import { signatureAlgorithmIsStrong } from './saml/signature-algorithm.ts'
import { signedContentIsUnchanged } from './saml/signature-digest.ts'
import { signatureIsThere } from './saml/signature-presence.ts'
import { signatureIsWellMade } from './saml/signature-shape.ts'
import { signatureIsByKnownKey } from './saml/signature-value.ts'
import { statusIsSuccess } from './saml/status.ts'
import { identifyingTextIsWhole } from './saml/whole-text.ts'

/** Every check of a response, in the order in which its findings are told. All of them run, whatever the others say. */
export const responseChecks: readonly Check<ResponseSubject>[] = [
  messageFitsSchema,
  statusIsSuccess,

  signatureIsThere,
  signatureIsWellMade,
  signatureAlgorithmIsStrong,
  signedContentIsUnchanged,
  signatureIsByKnownKey,
  certificateIsValid,
  secondWitnessAgrees,
  assertionIsEncrypted,

  responseIssuerIsKnown,
  assertionIssuerIsKnown,
  destinationIsOurs,
  recipientIsOurs,
  audienceNamesUs,

  responseAnswersRequest,
  confirmationAnswersRequest,
  assertionIsForBearer,
  addressIsNamed,

  clocksAgree,
  responseIsFresh,
  confirmationIsInTime,
  validityHasBegun,
  validityHasNotEnded,
  conditionsAreKnown,
  oneTimeUse,
  proxyRestriction,
  assertionIsNew,
  userHasSignedIn,
  secondFactor,
  sessionIsNamed,
  extensionsAreIgnored,

  identifyingTextIsWhole,
  subjectIsNamed,
  emailArrived,
  givenNameArrived,
  familyNameArrived,
  groupsAreUsable,
  attributesAreUnambiguous,
]
