import { type FaultId, SamlFaultId } from '#shared/model/practice-idp.ts'
import type { SamlFault } from './fault.ts'
import { answerToNobody } from './saml/answer-to-nobody.ts'
import { audienceWithSlash } from './saml/audience-with-slash.ts'
import { changedOnTheWay } from './saml/changed-on-the-way.ts'
import { changingName } from './saml/changing-name.ts'
import { clock4MinutesAhead } from './saml/clock-4-minutes-ahead.ts'
import { clock10MinutesAhead } from './saml/clock-10-minutes-ahead.ts'
import { commentInName } from './saml/comment-in-name.ts'
import { emailEmpty } from './saml/email-empty.ts'
import { emailMisnamed } from './saml/email-misnamed.ts'
import { emailMissing } from './saml/email-missing.ts'
import { emailTwice } from './saml/email-twice.ts'
import { encryptedToOldKey } from './saml/encrypted-to-old-key.ts'
import { errorPage } from './saml/error-page.ts'
import { expiredCertificate } from './saml/expired-certificate.ts'
import { expiredResponse } from './saml/expired-response.ts'
import { forgedAround } from './saml/forged-around.ts'
import { forgedBeside } from './saml/forged-beside.ts'
import { forgedInExtensions } from './saml/forged-in-extensions.ts'
import { groupIds } from './saml/group-ids.ts'
import { nameFormatRefused } from './saml/name-format-refused.ts'
import { notYetValid } from './saml/not-yet-valid.ts'
import { otherKey } from './saml/other-key.ts'
import { rolledKey } from './saml/rolled-key.ts'
import { sha1Signature } from './saml/sha-1-signature.ts'
import { sharedIdentifier } from './saml/shared-identifier.ts'
import { signInFailed } from './saml/sign-in-failed.ts'
import { signatureElsewhere } from './saml/signature-elsewhere.ts'
import { signedInObject } from './saml/signed-in-object.ts'
import { silentMetadata } from './saml/silent-metadata.ts'
import { tooManyGroups } from './saml/too-many-groups.ts'
import { unsignedResponse } from './saml/unsigned-response.ts'
import { userNameAsEmail } from './saml/user-name-as-email.ts'
import { userNotAssigned } from './saml/user-not-assigned.ts'
import { webPageForMetadata } from './saml/web-page-for-metadata.ts'
import { wrongAcsUrl } from './saml/wrong-acs-url.ts'
import { wrongAudience } from './saml/wrong-audience.ts'
import { wrongDestination } from './saml/wrong-destination.ts'
import { wrongInResponseTo } from './saml/wrong-in-response-to.ts'
import { wrongIssuer } from './saml/wrong-issuer.ts'
import { wrongRecipient } from './saml/wrong-recipient.ts'

/** Every fault, in the order in which they are applied. */
const faultTable: { readonly [Id in SamlFaultId]: SamlFault } = {
  'wrong-audience': wrongAudience,
  'audience-with-slash': audienceWithSlash,
  'wrong-recipient': wrongRecipient,
  'wrong-destination': wrongDestination,
  'wrong-acs-url': wrongAcsUrl,
  'wrong-issuer': wrongIssuer,
  'wrong-in-response-to': wrongInResponseTo,
  'answer-to-nobody': answerToNobody,
  'expired-response': expiredResponse,
  'not-yet-valid': notYetValid,
  'clock-4-minutes-ahead': clock4MinutesAhead,
  'clock-10-minutes-ahead': clock10MinutesAhead,
  'unsigned-response': unsignedResponse,
  'other-key': otherKey,
  'rolled-key': rolledKey,
  'expired-certificate': expiredCertificate,
  'sha-1-signature': sha1Signature,
  'signature-elsewhere': signatureElsewhere,
  'changed-on-the-way': changedOnTheWay,
  'forged-beside': forgedBeside,
  'forged-around': forgedAround,
  'forged-in-extensions': forgedInExtensions,
  'signed-in-object': signedInObject,
  'comment-in-name': commentInName,
  'shared-identifier': sharedIdentifier,
  'email-missing': emailMissing,
  'email-misnamed': emailMisnamed,
  'email-empty': emailEmpty,
  'email-twice': emailTwice,
  'user-name-as-email': userNameAsEmail,
  'group-ids': groupIds,
  'too-many-groups': tooManyGroups,
  'changing-name': changingName,
  'encrypted-to-old-key': encryptedToOldKey,
  'user-not-assigned': userNotAssigned,
  'sign-in-failed': signInFailed,
  'name-format-refused': nameFormatRefused,
  'error-page': errorPage,
  'web-page-for-metadata': webPageForMetadata,
  'silent-metadata': silentMetadata,
}

/** Those that are switched on, in the order of the table. */
export const faultsAmong = (active: ReadonlySet<FaultId>): readonly SamlFault[] =>
  SamlFaultId.options.filter((id) => active.has(id)).map((id) => faultTable[id])
