import { isRefusal, type JsonDocument, readJsonDocument } from '#main/oidc/token/json-document.ts'
import type { Judged } from '../../finding/judged.ts'
import type { CheckOf } from '../../finding/outcome.ts'
import { explained } from './callback.ts'
import type { EndpointAnswer, LoginDelivery, LoginSubject } from './login-context.ts'

const trust = 'verified'

const codes = {
  invalid_client: 'oidc.token-response.invalid-client',
  invalid_grant: 'oidc.token-response.invalid-grant',
  unauthorized_client: 'oidc.token-response.unauthorized-client',
  unsupported_grant_type: 'oidc.token-response.unauthorized-client',
  invalid_request: 'oidc.token-response.invalid-request',
  invalid_scope: 'oidc.token-response.invalid-request',
} as const

/** OpenID Connect Core §3.1.3.3, RFC 6749 §5.2: most failures are here. */
export const idTokenArrived: CheckOf<LoginSubject, 'oidc.token-response'> = {
  code: 'oidc.token-response',
  run({ delivery }) {
    const { tokenResponse, unreached } = delivery
    if (unreached !== undefined)
      return { kind: 'fault', code: 'oidc.token-response.unreached', trust, actual: unreached }
    if (tokenResponse === undefined) return { kind: 'not-verified', trust, detail: 'The code was not redeemed.' }
    const answer = readAnswer(tokenResponse)
    const status = `HTTP ${tokenResponse.status}`
    if (typeof answer === 'string')
      return { kind: 'fault', code: 'oidc.token-response.unreadable', trust, actual: `${status}, ${answer}` }
    const { error, error_description: description, id_token: token } = answer.object
    if (typeof error === 'string') {
      const code = Object.hasOwn(codes, error) ? codes[error as keyof typeof codes] : 'oidc.token-response.other-error'
      return { kind: 'fault', code, trust, ...explained(error, typeof description === 'string' ? description : '') }
    }
    if (tokenResponse.status !== 200)
      return { kind: 'fault', code: 'oidc.token-response.other-error', trust, actual: status }
    if (typeof token !== 'string' || token === '') {
      const actual = Object.keys(answer.object).join(', ') || 'nothing'
      return { kind: 'fault', code: 'oidc.token-response.no-id-token', trust, expected: 'id_token', actual }
    }
    return { kind: 'passed', trust }
  },
}

/** One JSON object, every member once, served as JSON; or why not. */
export function readAnswer({ bytes, contentType }: EndpointAnswer): JsonDocument | string {
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType ?? ''))
    return `Content-Type ${contentType ?? 'missing'}`
  const read = readJsonDocument(bytes, 'token-response')
  if (isRefusal(read)) return read.kind === 'not-json' ? read.detail : read.kind
  return read.duplicates.length === 0 ? read : `twice: ${read.duplicates.join(', ')}`
}

/** The tokens of a token response that is one. */
export function readTokens({ tokenResponse }: LoginDelivery) {
  const answer = tokenResponse?.status === 200 ? readAnswer(tokenResponse) : undefined
  if (answer === undefined || typeof answer === 'string') return { idToken: undefined, accessToken: undefined }
  const { id_token: idToken, access_token: accessToken } = answer.object
  return {
    idToken: typeof idToken === 'string' && idToken !== '' ? idToken : undefined,
    accessToken: typeof accessToken === 'string' ? accessToken : undefined,
  }
}

/** openid-client judges by itself: where it refuses what we would accept, nobody is signed in. */
export function secondOpinionOf({ secondOpinion }: LoginDelivery, ours: 'agrees' | 'differs'): Judged {
  const code = 'oidc.second-opinion'
  if (secondOpinion === undefined) return [code, { kind: 'not-verified', trust, detail: 'It was not asked.' }]
  if (secondOpinion.kind === 'accepted') return [code, { kind: 'passed', trust }]
  const { message } = secondOpinion
  if (ours === 'differs') return [code, { kind: 'fault', code: 'oidc.second-opinion.refused', trust, actual: message }]
  return [code, { kind: 'not-verified', trust, detail: `It refuses this login as well: ${message}` }]
}
