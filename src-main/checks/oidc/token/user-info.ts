import { readClaims } from '#main/oidc/token/claims.ts'
import { isRefusal, type JsonDocument, type JsonRefusal } from '#main/oidc/token/json-document.ts'
import type { CheckOf } from '../../finding/outcome.ts'
import { show } from './show.ts'
import type { TokenSubject } from './token-subject.ts'

/** Beyond these the list says nothing new. */
const MOST_DIFFERENCES = 4
/** They describe the token or the sign-in, not the user. */
const ofTheToken = new Set([
  'aud',
  'exp',
  'iat',
  'nbf',
  'jti',
  'iss',
  'nonce',
  'azp',
  'at_hash',
  'c_hash',
  'auth_time',
  'acr',
  'amr',
  'sid',
  'updated_at',
  'rat',
])

/** OpenID Connect Core §5.3.2: the same `sub`, or none of it may be used. */
export const userInfoIsOfUser: CheckOf<TokenSubject, 'oidc.user-info'> = {
  code: 'oidc.user-info',
  run({ reading, context }) {
    const { trust, claims } = reading
    const { userInfo } = context.beside
    if (userInfo === undefined) return { kind: 'not-verified', trust, detail: 'UserInfo was not given.' }
    if (!isSound(userInfo))
      return { kind: 'fault', code: 'oidc.user-info.unreadable', trust, actual: whyUnreadable(userInfo) }
    const told = readClaims(userInfo)
    const at = told.at('sub')
    const expected = show(claims.value('sub'))
    const actual = show(told.value('sub'))
    if (told.value('sub') === undefined)
      return { kind: 'fault', code: 'oidc.user-info.subject-missing', trust, at, expected }
    if (actual !== expected)
      return { kind: 'fault', code: 'oidc.user-info.subject-differs', trust, at, expected, actual }
    const differing = Object.keys(userInfo.object).filter((name) => {
      const [ours, theirs] = [claims.value(name), told.value(name)]
      return !ofTheToken.has(name) && ours !== undefined && theirs !== undefined && show(ours) !== show(theirs)
    })
    if (differing.length === 0) return { kind: 'passed', trust, at, actual }
    return differing.slice(0, MOST_DIFFERENCES).map((name) => ({
      kind: 'fault' as const,
      code: 'oidc.user-info.claims-differ' as const,
      trust,
      at: told.at(name),
      expected: `${name}: ${show(claims.value(name))}`,
      actual: `${name}: ${show(told.value(name))}`,
    }))
  },
}

/** @returns undefined where nothing of it may be used */
export function userInfoOf(userInfo: JsonDocument | JsonRefusal | undefined, subject: unknown) {
  if (userInfo === undefined || !isSound(userInfo)) return undefined
  return typeof subject === 'string' && userInfo.object.sub === subject ? readClaims(userInfo) : undefined
}

const isSound = (userInfo: JsonDocument | JsonRefusal): userInfo is JsonDocument =>
  !isRefusal(userInfo) && userInfo.duplicates.length === 0

function whyUnreadable(userInfo: JsonDocument | JsonRefusal): string {
  if (!isRefusal(userInfo)) return `twice: ${userInfo.duplicates.join(', ')}`
  return userInfo.kind === 'not-json' ? userInfo.detail : userInfo.kind
}
