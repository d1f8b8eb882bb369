import { type FaultId, OpenidFaultId } from '#shared/model/practice-idp.ts'
import { accessDenied } from './openid/access-denied.ts'
import { changedToken } from './openid/changed-token.ts'
import { clockAhead } from './openid/clock-ahead.ts'
import { emailMissing } from './openid/email-missing.ts'
import { emailUnverified } from './openid/email-unverified.ts'
import { expired } from './openid/expired.ts'
import { notSigned } from './openid/not-signed.ts'
import type { OpenidFault } from './openid/openid-fault.ts'
import { publicKeyAsSecret } from './openid/public-key-as-secret.ts'
import { rotatedKeys } from './openid/rotated-keys.ts'
import { secretChanged } from './openid/secret-changed.ts'
import { serverError } from './openid/server-error.ts'
import { stateDropped } from './openid/state-dropped.ts'
import { tokenError } from './openid/token-error.ts'
import { tokenPage } from './openid/token-page.ts'
import { tooManyGroups } from './openid/too-many-groups.ts'
import { unknownKey } from './openid/unknown-key.ts'
import { wrongAudience } from './openid/wrong-audience.ts'
import { wrongIssuer } from './openid/wrong-issuer.ts'
import { wrongNonce } from './openid/wrong-nonce.ts'
import { wrongParty } from './openid/wrong-party.ts'

/** Every fault of the OpenID provider, in the order in which they are applied. */
const openidFaultTable: { readonly [Id in OpenidFaultId]: OpenidFault } = {
  'openid-wrong-issuer': wrongIssuer,
  'openid-wrong-audience': wrongAudience,
  'openid-wrong-party': wrongParty,
  'openid-wrong-nonce': wrongNonce,
  'openid-not-signed': notSigned,
  'openid-public-key-as-secret': publicKeyAsSecret,
  'openid-changed-token': changedToken,
  'openid-unknown-key': unknownKey,
  'openid-rotated-keys': rotatedKeys,
  'openid-expired': expired,
  'openid-clock-ahead': clockAhead,
  'openid-email-missing': emailMissing,
  'openid-email-unverified': emailUnverified,
  'openid-too-many-groups': tooManyGroups,
  'openid-access-denied': accessDenied,
  'openid-server-error': serverError,
  'openid-state-dropped': stateDropped,
  'openid-secret-changed': secretChanged,
  'openid-token-error': tokenError,
  'openid-token-page': tokenPage,
}

/** Those that are switched on, in the order of the table. */
export const openidFaultsAmong = (active: ReadonlySet<FaultId>): readonly OpenidFault[] =>
  OpenidFaultId.options.filter((id) => active.has(id)).map((id) => openidFaultTable[id])
