import type { InspectedKind } from '#shared/model/inspection.ts'
import type { InspectionContext } from '../inspection-context.ts'
import { lookAt } from '../look/look-at.ts'
import type { Look, Shape } from '../look/shape.ts'
import { describeHar } from '../recordings/describe-har.ts'
import { describeTracer } from '../recordings/describe-tracer.ts'
import { describeDiscovery } from './discovery.ts'
import { describeKeySet } from './key-set.ts'
import { listed } from './listed.ts'
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
    return alone(describeDiscovery(value, text, look, context))
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

const clientFacts = (value: Members): FactList => [
  ['Client', listed(value.client_id)],
  ['Name', listed(value.client_name)],
  ['Callbacks', listed(value.redirect_uris)],
  ['Authenticates by', listed(value.token_endpoint_auth_method)],
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
      parts.push({ ...(await describeToken(inner.shape.token, inner, context, name)), place: name })
  }
  const thing = known(
    'token-response',
    value,
    [
      ['Token type', listed(value.token_type)],
      ['Valid for', typeof value.expires_in === 'number' ? `${value.expires_in} seconds` : null],
      ['Scope', listed(value.scope)],
    ],
    look,
  )
  return { thing, parts, exchanges: [] }
}

/** What a token endpoint answers when it refuses (RFC 6749 §5.2). */
function describeError(value: Members, look: Look) {
  const description = listed(value.error_description)
  return makeThing(look, {
    kind: 'token-response',
    facts: [
      ['Error', listed(value.error)],
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
          actual: [listed(value.error), description].filter(Boolean).join(': '),
        },
      ],
    ],
  })
}
