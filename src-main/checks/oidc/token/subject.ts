import { parseEmailAddress } from '#shared/model/email-address.ts'
import { invisible } from '../../saml/name-id.ts'
import { show } from './show.ts'
import { onClaims } from './token-subject.ts'

/** OpenID Connect Core §2: at most 255 ASCII characters. Others are let pass; longer is not. */
const LONGEST = 255

/** `sub` with `iss` is the one thing that names the user (OpenID Connect Core §5.7). */
export const userIsNamed = onClaims('oidc.subject', (claims, { request }, trust) => {
  const subject = claims.value('sub')
  const evidence = { trust, at: claims.at('sub'), actual: show(subject) }
  if (typeof subject !== 'string' || subject.trim() === '')
    return { kind: 'fault', code: 'oidc.subject.missing', ...evidence }
  if (subject.length > LONGEST)
    return { kind: 'fault', code: 'oidc.subject.too-long', ...evidence, actual: `${subject.length} characters` }
  if (invisible.test(subject)) return { kind: 'fault', code: 'oidc.subject.control-characters', ...evidence }
  if (request.subject !== undefined && request.subject !== subject)
    return { kind: 'fault', code: 'oidc.subject.changed', ...evidence, expected: request.subject }
  if (parseEmailAddress(subject) !== undefined)
    return { kind: 'fault', code: 'oidc.subject.is-an-address', ...evidence }
  return { kind: 'passed', ...evidence }
})
