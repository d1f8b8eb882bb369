import type { EndpointAnswer } from '#main/checks/oidc/login/login-context.ts'
import { readTokens } from '#main/checks/oidc/login/token-response.ts'
import type { FinishedLogin } from '#main/oidc/relying-party/finish-login.ts'

/**
 * Texts that findings point into, under the names they have there: header and payload of the ID Token, and UserInfo. Without its
 * signature a token is none any more.
 */
export function shownDocuments({ tokenResponse, userInfo }: FinishedLogin): Record<string, string> {
  const { idToken } = readTokens({
    callback: new URLSearchParams(),
    tokenResponse,
    unreached: undefined,
    userInfo: undefined,
    secondOpinion: undefined,
  })
  return { ...partsOf(idToken), ...userInfoText(userInfo) }
}

function partsOf(idToken: string | undefined): Record<string, string> {
  const [header, payload, signature, ...more] = idToken?.split('.') ?? []
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return {}
  return { header: decode(header), payload: decode(payload) }
}

const userInfoText = (userInfo: EndpointAnswer | undefined): Record<string, string> =>
  userInfo !== undefined && userInfo.status === 200 && /json/i.test(userInfo.contentType ?? '')
    ? { userinfo: Buffer.from(userInfo.bytes).toString('utf8') }
    : {}

const decode = (part: string) => Buffer.from(part, 'base64url').toString('utf8')
