import type { InspectedKind } from '#shared/model/inspection.ts'
import type { InspectionContext } from '../inspection-context.ts'
import { lookAt } from '../look/look-at.ts'
import type { Look, Shape } from '../look/shape.ts'
import { describeHar } from '../recordings/describe-har.ts'
import { describeTracer } from '../recordings/describe-tracer.ts'
import { describeKeys } from './keys.ts'
import { isObject, shownJson } from './shown-json.ts'
import { alone, type Describe, type Described, type FactList, makeThing } from './thing.ts'
import { describeToken } from './token.ts'

type JsonShape = Extract<Shape, { is: 'json' }>
type Members = Readonly<Record<string, unknown>>

/** What a JSON document is for, told by its members. */
export async function describeJson(
  { value, text }: JsonShape,
  look: Look,
  context: InspectionContext,
  describe: Describe,
): Promise<Described> {
  if (!isObject(value)) return alone(otherJson(value, look))
  if (isObject(value.log) && Array.isArray(value.log.entries))
    return describeHar(value.log.entries, look, context, describe)
  if (Array.isArray(value.requests)) return describeTracer(value.requests, look, context, describe)
  if (Array.isArray(value.keys) || typeof value.kty === 'string')
    return alone(await describeKeySet(value, text, look, context))
  if (
    typeof value.issuer === 'string' ||
    'authorization_endpoint' in value ||
    ('jwks_uri' in value && 'token_endpoint' in value)
  )
    return alone(describeDiscovery(value, look))
  if (typeof value.access_token === 'string' || typeof value.id_token === 'string')
    return describeTokenResponse(value, look, context)
  if (typeof value.error === 'string') return alone(describeError(value, look))
  if (typeof value.client_id === 'string' || Array.isArray(value.redirect_uris))
    return alone(known('oidc-client', value, clientFacts(value), look))
  return alone(otherJson(value, look))
}

const known = (kind: InspectedKind, value: unknown, facts: FactList, look: Look) =>
  makeThing(look, { kind, facts, text: shownJson(value) })

const otherJson = (value: unknown, look: Look) =>
  makeThing(look, {
    kind: 'json',
    text: shownJson(value),
    judged: [['inspect.document', { kind: 'fault', code: 'inspect.document.json', trust: 'verified' }]],
  })

/** Keys are judged as keys, wherever they stand; their JSON is shown without private members. */
async function describeKeySet(value: Members, text: string, look: Look, context: InspectionContext) {
  const keys = await describeKeys(Buffer.from(text), look, context)
  const kind: InspectedKind = Array.isArray(value.keys) ? 'jwks' : 'jwk'
  const isPrivate = keys.kind === 'private-key'
  const counted: FactList = Array.isArray(value.keys) ? [['Keys', String(value.keys.length)]] : []
  const shown = known(isPrivate ? 'private-key' : kind, value, [...counted, ...keyIds(value)], look)
  const facts = [...shown.facts, ...keys.facts]
  return {
    ...keys,
    kind: shown.kind,
    facts,
    text: isPrivate ? null : shown.text,
    verdict: isPrivate ? ('faulty' as const) : keys.verdict,
  }
}

const keyIds = (value: Members): FactList =>
  (Array.isArray(value.keys) ? value.keys : [value])
    .filter(isObject)
    .slice(0, 50)
    .map(
      ({ kid, alg, use, kty }) =>
        ['Key', [kid ?? 'without kid', kty, alg, use].filter((part) => typeof part === 'string').join(', ')] as const,
    )

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') || null : null
}

function describeDiscovery(value: Members, look: Look) {
  return known(
    'oidc-discovery',
    value,
    [
      ['Issuer', textOf(value.issuer)],
      ['Sign-in', textOf(value.authorization_endpoint)],
      ['Tokens', textOf(value.token_endpoint)],
      ['Keys', textOf(value.jwks_uri)],
      ['User info', textOf(value.userinfo_endpoint)],
      ['Sign-out', textOf(value.end_session_endpoint)],
      ['Scopes', textOf(value.scopes_supported)],
      ['Signs with', textOf(value.id_token_signing_alg_values_supported)],
      ['Authenticates by', textOf(value.token_endpoint_auth_methods_supported)],
    ],
    look,
  )
}

const clientFacts = (value: Members): FactList => [
  ['Client', textOf(value.client_id)],
  ['Name', textOf(value.client_name)],
  ['Callbacks', textOf(value.redirect_uris)],
  ['Authenticates by', textOf(value.token_endpoint_auth_method)],
]

/** Its tokens are looked into, one by one; none is shown whole. */
async function describeTokenResponse(value: Members, look: Look, context: InspectionContext): Promise<Described> {
  const tokens = ['id_token', 'access_token', 'refresh_token'].flatMap((name) => {
    const token = value[name]
    return typeof token === 'string' ? [{ name, look: lookAt(Buffer.from(token)) }] : []
  })
  const parts = []
  for (const { name, look: inner } of tokens) {
    if (inner.shape.is === 'token')
      parts.push({ ...(await describeToken(inner.shape.token, inner, context)), place: name })
  }
  const thing = known(
    'token-response',
    value,
    [
      ['Token type', textOf(value.token_type)],
      ['Valid for', typeof value.expires_in === 'number' ? `${value.expires_in} seconds` : null],
      ['Scope', textOf(value.scope)],
    ],
    look,
  )
  return { thing, parts, exchanges: [] }
}

/** What a token endpoint answers when it refuses (RFC 6749 §5.2). */
function describeError(value: Members, look: Look) {
  const description = textOf(value.error_description)
  return makeThing(look, {
    kind: 'token-response',
    facts: [
      ['Error', textOf(value.error)],
      ['Description', description],
    ],
    text: shownJson(value),
    judged: [
      [
        'inspect.callback',
        {
          kind: 'fault',
          code: 'inspect.callback.error',
          trust: 'verified',
          actual: [textOf(value.error), description].filter(Boolean).join(': '),
        },
      ],
    ],
  })
}
