import type { Check } from '../finding/outcome.ts'
import { algorithmIsAgreed } from './token/algorithm.ts'
import { audienceIsUs, authorizedPartyIsUs } from './token/audience.ts'
import { contextIsAsAsked, secondFactorIsTold, userSignedInRecently } from './token/authentication.ts'
import { emailArrived } from './token/email.ts'
import { groupsAreUsable } from './token/groups.ts'
import { noKeysInHeader, nothingIsCritical } from './token/header.ts'
import { issuerIsKnown } from './token/issuer.ts'
import { keyIsOfProvider } from './token/key.ts'
import { familyNameArrived, givenNameArrived } from './token/names.ts'
import { nonceIsOurs } from './token/nonce.ts'
import { signatureHolds } from './token/signature.ts'
import { userIsNamed } from './token/subject.ts'
import { tenantMaySignIn } from './token/tenant.ts'
import { tokenHasNotExpired, tokenIsFresh, tokenIsValidAlready } from './token/times.ts'
import { accessTokenBelongs, codeBelongs } from './token/token-hash.ts'
import type { TokenSubject } from './token/token-subject.ts'
import { isIdToken } from './token/type.ts'
import { userInfoIsOfUser } from './token/user-info.ts'

/** Every check of an ID Token, in the order in which its findings are told. All of them run, whatever the others say. */
export const tokenChecks: readonly Check<TokenSubject>[] = [
  isIdToken,
  nothingIsCritical,
  noKeysInHeader,

  algorithmIsAgreed,
  keyIsOfProvider,
  signatureHolds,

  issuerIsKnown,
  tenantMaySignIn,
  audienceIsUs,
  authorizedPartyIsUs,
  nonceIsOurs,

  tokenIsFresh,
  tokenIsValidAlready,
  tokenHasNotExpired,
  userSignedInRecently,
  contextIsAsAsked,
  secondFactorIsTold,

  accessTokenBelongs,
  codeBelongs,
  userInfoIsOfUser,

  userIsNamed,
  emailArrived,
  givenNameArrived,
  familyNameArrived,
  groupsAreUsable,
]
