import type { InspectedParameter } from '#shared/model/inspection.ts'
import type { Field } from '../look/shape.ts'

/** What people need to see of a sign-in. All else in a form is the business of whoever sent it: names and passwords among it. */
const known = new Set([
  ...['RelayState', 'SigAlg', 'SAMLEncoding', 'SAMLart', 'TARGET', 'wa', 'wtrealm', 'wctx', 'wreply', 'whr'],
  ...['response_type', 'response_mode', 'client_id', 'redirect_uri', 'scope', 'state', 'nonce', 'prompt', 'max_age'],
  ...[
    'acr_values',
    'login_hint',
    'domain_hint',
    'ui_locales',
    'code_challenge_method',
    'code_challenge',
    'request_uri',
  ],
  ...['error', 'error_description', 'error_uri', 'error_subcode', 'iss', 'session_state', 'token_type', 'expires_in'],
  ...['grant_type', 'post_logout_redirect_uri', 'client-request-id', 'authuser', 'hd'],
])

/** Good for signing in or for tokens: only that they are there is told. */
const secret = new Set([
  ...['code', 'access_token', 'refresh_token', 'id_token', 'id_token_hint', 'token', 'client_secret'],
  ...['client_assertion', 'assertion', 'code_verifier', 'request', 'logout_token', 'device_code', 'password'],
])

const LONGEST = 2_000

export function shownParameters(fields: readonly Field[]): InspectedParameter[] {
  return fields.flatMap(({ name, value }): InspectedParameter[] => {
    if (secret.has(name)) return [{ name, value: value === '' ? '' : `(${value.length} characters, not shown)` }]
    return known.has(name) ? [{ name, value: value.slice(0, LONGEST) }] : []
  })
}

export const isPassword = (name: string): boolean => /^(?:pass(?:word|wd|code)?|pwd|pin|otp|j_password)$/i.test(name)
