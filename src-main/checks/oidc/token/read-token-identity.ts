import type { Claims } from '#main/oidc/token/claims.ts'
import type { Json } from '#main/oidc/token/parse-json.ts'
import type { VerifiedClaims } from '#main/oidc/token/verify-signature.ts'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import type { Profile } from '#shared/model/profile.ts'
import type { TokenIdentity } from '#shared/model/token-judgement.ts'
import { readMethods } from './authentication.ts'
import { doubtAbout, type Trusting } from './email.ts'
import { type FoundClaim, findClaim } from './find-claim.ts'
import { readGroups } from './groups.ts'
import { plainObject } from './plain-object.ts'
import type { TokenContext } from './token-context.ts'

type MappedBy = Pick<TokenContext, 'mapping'> & Trusting

/**
 * Who the token speaks of. It takes verified claims: from anything else it does not compile.
 * @param userInfo of the same user, or undefined
 */
export function readTokenIdentity(
  claims: VerifiedClaims,
  userInfo: Claims | undefined,
  context: MappedBy,
): TokenIdentity | null {
  const [subject, issuer] = [text(claims.value('sub')), text(claims.value('iss'))]
  if (subject === null || issuer === null) return null
  const signedInAt = claims.value('auth_time')
  return {
    subject,
    issuer,
    tenant: text(claims.value('tid')) ?? text(claims.value('hd')),
    sessionId: text(claims.value('sid')),
    authenticationTime: typeof signedInAt === 'number' ? signedInAt : null,
    acr: text(claims.value('acr')),
    amr: readMethods(claims.value('amr')),
    claims: plainObject({ ...userInfo?.document.object, ...claims.document.object }),
    profile: readProfile(claims, userInfo, context),
  }
}

/**
 * A member is null where its claim did not arrive as it should; the e-mail also where nobody says that it is verified, unless
 * the provider is believed without.
 */
function readProfile(claims: Claims, userInfo: Claims | undefined, context: MappedBy): Profile {
  const { mapping } = context
  const find = (names: readonly string[]) => findClaim({ reading: { claims }, userInfo }, names)
  const groups = find(mapping.groups)
  const single = (names: readonly string[]) => text(find(names)?.value)
  return {
    email: believedEmail(find(mapping.email), context),
    givenName: single(mapping.givenName),
    familyName: single(mapping.familyName),
    groups: groups === undefined ? null : [...(readGroups(groups.value) ?? [])],
  }
}

function believedEmail(found: FoundClaim | undefined, trust: Trusting): string | null {
  const address = text(found?.value)
  const parts = address === null ? undefined : parseEmailAddress(address)
  if (found === undefined || parts === undefined) return null
  const doubt = doubtAbout(found.source, parts.domain, trust)
  return doubt === undefined || doubt.code === 'oidc.claim.email.taken-unverified' ? address : null
}

const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null
