import type { Json } from '#main/oidc/token/parse-json.ts'
import type { Fault } from '../../finding/outcome.ts'
import { show } from '../token/show.ts'
import { onDocument } from './discovery-context.ts'

/** OpenID Connect Discovery §3; the token endpoint is required unless only the implicit flow is offered, which is not used here. */
const required = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'response_types_supported',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
] as const

const isText = (value: Json) => typeof value === 'string'
const isList = (value: Json) => Array.isArray(value) && value.every((item) => typeof item === 'string')
const isFlag = (value: Json) => typeof value === 'boolean'

/** Members that are used here, by what they must be. */
const kinds: readonly (readonly [name: string, is: (value: Json) => boolean, expected: string])[] = [
  ...[
    'authorization_endpoint',
    'token_endpoint',
    'jwks_uri',
    'userinfo_endpoint',
    'end_session_endpoint',
    'pushed_authorization_request_endpoint',
  ].map((name) => [name, isText, 'a text'] as const),
  ...[
    'response_types_supported',
    'response_modes_supported',
    'grant_types_supported',
    'subject_types_supported',
    'id_token_signing_alg_values_supported',
    'token_endpoint_auth_methods_supported',
    'code_challenge_methods_supported',
    'scopes_supported',
    'claims_supported',
  ].map((name) => [name, isList, 'a list of texts'] as const),
  ...[
    'authorization_response_iss_parameter_supported',
    'backchannel_logout_supported',
    'require_pushed_authorization_requests',
  ].map((name) => [name, isFlag, 'true or false'] as const),
]

export const membersAreThere = onDocument('discovery.members', (document, _context, at) => {
  const missing = required
    .filter((name) => (document.object[name] ?? null) === null)
    .map(
      (name): Fault<'discovery.members.missing'> => ({
        kind: 'fault',
        code: 'discovery.members.missing',
        trust: 'verified',
        at: at(name),
        expected: name,
      }),
    )
  const wrong = kinds.flatMap(([name, is, expected]): Fault<'discovery.members.wrong-type'>[] => {
    const value = document.object[name] ?? null
    if (value === null || is(value)) return []
    const actual = `${name}: ${show(value)}`
    return [
      {
        kind: 'fault',
        code: 'discovery.members.wrong-type',
        trust: 'verified',
        at: at(name),
        expected: `${name}: ${expected}`,
        actual,
      },
    ]
  })
  const faults = [...missing, ...wrong]
  return faults.length > 0 ? faults : { kind: 'passed', trust: 'verified', at: at('issuer') }
})
