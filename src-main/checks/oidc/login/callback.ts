import { explainProviderError } from '#shared/providers/errors/explain-provider-error.ts'
import { issuerNames } from '#shared/providers/issuer-names.ts'
import type { CheckOf, Fault } from '../../finding/outcome.ts'
import { TENANT_TEMPLATE } from '../token/issuer.ts'
import type { LoginSubject } from './login-context.ts'

/** What a browser brings is signed by nobody: it decides what is refused, never who signed in. */
const trust = 'verified'

const codes = {
  access_denied: 'oidc.callback.access-denied',
  login_required: 'oidc.callback.interaction-needed',
  interaction_required: 'oidc.callback.interaction-needed',
  consent_required: 'oidc.callback.interaction-needed',
  account_selection_required: 'oidc.callback.interaction-needed',
  invalid_request: 'oidc.callback.invalid-request',
  unauthorized_client: 'oidc.callback.unauthorized-client',
  unsupported_response_type: 'oidc.callback.unauthorized-client',
  invalid_scope: 'oidc.callback.invalid-scope',
  server_error: 'oidc.callback.server-error',
  temporarily_unavailable: 'oidc.callback.server-error',
} as const

/** One code and no error, every parameter once (RFC 6749 §3.1, §4.1.2). */
export const codeArrived: CheckOf<LoginSubject, 'oidc.callback'> = {
  code: 'oidc.callback',
  run({ delivery: { callback } }) {
    const twice = ['code', 'state', 'iss', 'error'].filter((name) => callback.getAll(name).length > 1)
    if (twice.length > 0)
      return { kind: 'fault', code: 'oidc.callback.repeated-parameter', trust, actual: twice.join(', ') }
    const [code, error] = [callback.get('code'), callback.get('error')]
    if (error !== null && code !== null)
      return { kind: 'fault', code: 'oidc.callback.code-and-error', trust, actual: error }
    if (error !== null) return errorOf(error, callback.get('error_description') ?? '')
    if (code === null || code === '')
      return { kind: 'fault', code: 'oidc.callback.no-code', trust, actual: [...callback.keys()].join(', ') }
    return { kind: 'passed', trust }
  },
}

function errorOf(
  error: string,
  description: string,
): Fault<(typeof codes)[keyof typeof codes] | 'oidc.callback.other-error'> {
  const code = Object.hasOwn(codes, error) ? codes[error as keyof typeof codes] : 'oidc.callback.other-error'
  return { kind: 'fault', code, trust, ...explained(error, description) }
}

/** What the provider said, and what its own code means. */
export function explained(error: string, description: string) {
  const known = explainProviderError(`${error} ${description}`)
  const actual = description === '' ? error : `${error}: ${description}`
  if (known === undefined) return { actual }
  return { actual, detail: `${known.says} (${known.code})`, advice: { owner: known.owner, fix: known.fix } }
}

/** RFC 6749 §10.12: the answer belongs to the request this browser was sent off with. */
export const stateIsOurs: CheckOf<LoginSubject, 'oidc.callback-state'> = {
  code: 'oidc.callback-state',
  run({ delivery: { callback }, context }) {
    const actual = callback.get('state')
    const expected = context.callback.state
    if (actual === null || actual === '') return { kind: 'fault', code: 'oidc.callback-state.missing', trust, expected }
    if (actual === expected) return { kind: 'passed', trust }
    return { kind: 'fault', code: 'oidc.callback-state.mismatch', trust, expected, actual }
  },
}

/** RFC 9207 §2.4: compared wherever it is there, demanded where it is announced. */
export const answerIsOfProvider: CheckOf<LoginSubject, 'oidc.callback-issuer'> = {
  code: 'oidc.callback-issuer',
  run({ delivery: { callback }, context }) {
    const actual = callback.get('iss')
    const expected = context.provider.issuer
    if (actual === null) {
      if (context.callback.issuerAnnounced)
        return { kind: 'fault', code: 'oidc.callback-issuer.missing', trust, expected }
      return { kind: 'passed', trust, detail: 'The provider does not announce that it names itself.' }
    }
    if (expected === undefined || expected.includes(TENANT_TEMPLATE))
      return { kind: 'not-verified', trust, actual, detail: 'The issuer is not known before the token is.' }
    if (issuerNames(expected).includes(actual)) return { kind: 'passed', trust, actual }
    return { kind: 'fault', code: 'oidc.callback-issuer.mismatch', trust, expected, actual }
  },
}
