import type { Check } from '../finding/outcome.ts'
import { algorithmIsAgreed } from './token/algorithm.ts'
import { audienceIsUs } from './token/audience.ts'
import { noKeysInHeader, nothingIsCritical } from './token/header.ts'
import { issuerIsKnown } from './token/issuer.ts'
import { keyIsOfProvider } from './token/key.ts'
import { asksForLogout, type LogoutTokenSubject } from './token/logout.ts'
import { signatureHolds } from './token/signature.ts'
import { tokenHasNotExpired, tokenIsFresh } from './token/times.ts'

/** Every check of a logout token, in the order in which its findings are told. */
export const logoutTokenChecks: readonly Check<LogoutTokenSubject>[] = [
  nothingIsCritical,
  noKeysInHeader,
  algorithmIsAgreed,
  keyIsOfProvider,
  signatureHolds,
  issuerIsKnown,
  audienceIsUs,
  tokenIsFresh,
  tokenHasNotExpired,
  asksForLogout,
]
