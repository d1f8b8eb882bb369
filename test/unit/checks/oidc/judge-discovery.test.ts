import { describe, expect, test } from 'vitest'
import { judgeDiscovery } from '#main/checks/judge-discovery.ts'
import type { DiscoveryContext } from '#main/checks/oidc/discovery/discovery-context.ts'
import { discoveryChecks, keySetChecks } from '#main/checks/oidc/discovery-checks.ts'
import { DiscoveryJudgement } from '#shared/model/discovery-judgement.ts'
import { discoveryDocument, WELL_KNOWN } from '#test/support/oidc/discovery-document.ts'
import { ISSUER, makeSigningKey, NOW, publicJwk } from '#test/support/oidc/token-message.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'

const key = makeSigningKey()
const sound: DiscoveryContext = {
  now: NOW,
  mode: 'interop',
  issuer: ISSUER,
  url: WELL_KNOWN,
  contentType: 'application/json; charset=utf-8',
  tenantsLimited: false,
  clientAuthentication: 'client_secret_basic',
  signingAlgorithm: undefined,
}

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))

interface Changed {
  readonly document?: Record<string, unknown> | string
  readonly keys?: readonly unknown[]
  readonly before?: readonly unknown[]
  readonly context?: Partial<DiscoveryContext>
}

function judge({ document = {}, keys = [publicJwk(key)], before, context = {} }: Changed) {
  return judgeDiscovery(
    {
      discovery: bytes(typeof document === 'string' ? document : discoveryDocument(document)),
      jwks: bytes({ keys }),
      jwksBefore: before && bytes({ keys: before }),
    },
    { ...sound, ...context },
  )
}

function gist(changed: Changed) {
  const { verdict, findings } = judge(changed)
  const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
  return { verdict, codes: grave.map(({ code }) => code) }
}

const valid = (...codes: string[]) => ({ verdict: 'valid', codes })
const invalid = (...codes: string[]) => ({ verdict: 'invalid', codes })

test('a sound provider is valid, and is described', () => {
  const judgement = judge({})
  expect(DiscoveryJudgement.parse(judgement)).toEqual(judgement)
  expect(gist({ context: { mode: 'strict' } })).toEqual(valid())
  expect(judgement.provider).toMatchObject({
    issuer: ISSUER,
    tokenEndpoint: `${ISSUER}/token`,
    signingAlgorithms: ['RS256'],
    keys: [{ id: 'key-1', type: 'RSA', bits: 2048, use: 'sig' }],
  })
})

test('every check speaks, also of what cannot be read', () => {
  const codes = [...discoveryChecks, ...keySetChecks].map(({ code }) => code)
  for (const document of [discoveryDocument({}), '<!doctype html><p>', '{', '[]', '{"keys":[]}']) {
    const said = judge({ document: typeof document === 'string' ? document : document }).findings.map(
      ({ code }) => code,
    )
    expect(codes.filter((code) => !said.some((each) => each === code || each.startsWith(`${code}.`)))).toEqual([])
  }
})

describe('what cannot be read', () => {
  test.each([
    ['a web page', '<!DOCTYPE html><title>Sign in</title>', 'discovery.document.web-page'],
    ['no JSON', '{"issuer":', 'discovery.document.not-json'],
    ['a list', '[]', 'discovery.document.not-json'],
    ['a key set', '{"keys":[]}', 'discovery.document.other'],
  ])('%s', (_name, document, code) => {
    expect(gist({ document })).toEqual(invalid(code))
  })

  test('served as something else', () => {
    expect(gist({ context: { contentType: 'text/html' } })).toEqual(invalid('discovery.document.content-type'))
  })

  test('a member that stands twice', () => {
    const document = JSON.stringify(discoveryDocument({})).replace('{', '{"issuer":"https://other.example",')
    expect(gist({ document })).toEqual(invalid('discovery.document.duplicate-member'))
  })
})

describe('the issuer is exact', () => {
  test.each([
    ['a slash more', { issuer: `${ISSUER}/` }, 'discovery.issuer.mismatch'],
    ['another', { issuer: 'https://other.example' }, 'discovery.issuer.mismatch'],
    ['none', { issuer: undefined }, 'discovery.issuer.missing'],
    ['not https', { issuer: 'http://op.example.com' }, 'discovery.issuer.not-a-url'],
    ['with a query', { issuer: `${ISSUER}?x` }, 'discovery.issuer.not-a-url'],
  ])('%s', (_name, document, code) => {
    expect(gist({ document })).toEqual(invalid(code))
  })

  test('loaded from where it belongs', () => {
    const context = { issuer: undefined, url: 'https://other.example/.well-known/openid-configuration' }
    expect(gist({ context })).toEqual(invalid('discovery.issuer.location'))
    expect(gist({ context: { issuer: `${ISSUER}/`, url: WELL_KNOWN }, document: { issuer: `${ISSUER}/` } })).toEqual(
      valid(),
    )
  })

  test('a template for many tenants', () => {
    const document = { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }
    const url = 'https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration'
    expect(gist({ document, context: { issuer: undefined, url } })).toEqual(valid('discovery.issuer.many-tenants'))
    expect(gist({ document, context: { issuer: undefined, url, tenantsLimited: true } })).toEqual(valid())
    const oneTenant = 'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0'
    expect(gist({ document, context: { issuer: oneTenant, url, tenantsLimited: true } })).toEqual(valid())
    const foreign = 'https://login.example/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0'
    expect(gist({ document, context: { issuer: foreign, url } })).toEqual(invalid('discovery.issuer.mismatch'))
  })
})

describe('what it says of itself', () => {
  test.each([
    ['no token endpoint', { token_endpoint: undefined }, invalid('discovery.members.missing')],
    ['null for a key set', { jwks_uri: null }, invalid('discovery.members.missing')],
    ['a text for a list', { scopes_supported: 'openid email' }, invalid('discovery.members.wrong-type')],
    [
      'an endpoint without TLS',
      { token_endpoint: 'http://op.example.com/token' },
      invalid('discovery.endpoints.insecure'),
    ],
    ['an endpoint that is a path', { authorization_endpoint: '/auth' }, invalid('discovery.endpoints.not-a-url')],
    [
      'an endpoint for scripts',
      { end_session_endpoint: 'javascript:alert(1)' },
      invalid('discovery.endpoints.not-a-url'),
    ],
    [
      'loopback',
      { token_endpoint: 'http://127.0.0.1:1/t', jwks_uri: 'http://localhost/k' },
      valid('discovery.endpoints.this-machine'),
    ],
    ['only the implicit flow', { response_types_supported: ['id_token'] }, invalid('discovery.response-types.no-code')],
    [
      'only shared secrets',
      { id_token_signing_alg_values_supported: ['HS256'] },
      invalid('discovery.algorithms.none-usable', 'jwks.signing-key.none'),
    ],
    [
      'unsigned tokens',
      { id_token_signing_alg_values_supported: ['RS256', 'none'] },
      valid('discovery.algorithms.unsigned'),
    ],
    ['PKCE in plain', { code_challenge_methods_supported: ['plain'] }, valid('discovery.pkce.no-s256')],
    ['no PKCE', { code_challenge_methods_supported: undefined }, valid()],
    ['no openid', { scopes_supported: ['email'] }, invalid('discovery.scopes.no-openid')],
    ['no email', { scopes_supported: ['openid'] }, valid('discovery.scopes.no-email')],
    [
      'another client authentication',
      { token_endpoint_auth_methods_supported: ['private_key_jwt'] },
      invalid('discovery.client-authentication.not-offered'),
    ],
    ['no list of them: the secret by Basic', { token_endpoint_auth_methods_supported: undefined }, valid()],
    ['pairwise names', { subject_types_supported: ['pairwise'] }, valid()],
  ])('%s', (_name, document, expected) => {
    expect(gist({ document })).toEqual(expected)
  })

  test('the algorithm of the connection', () => {
    expect(gist({ context: { signingAlgorithm: 'ES256' } })).toEqual(invalid('discovery.algorithms.other'))
  })
})

describe('the key set', () => {
  const second = makeSigningKey('RS256', 'key-2')
  const weak = makeSigningKey('RS256', 'short', 1024)

  test.each([
    ['no keys', [], invalid('jwks.signing-key.none')],
    ['a key for encryption alone', [publicJwk(key, { use: 'enc' })], invalid('jwks.signing-key.none')],
    [
      'a private key',
      [{ ...key.privateKey.export({ format: 'jwk' }), kid: 'key-1' }],
      invalid('jwks.secrecy.private-key'),
    ],
    [
      'a shared secret',
      [publicJwk(key), { kty: 'oct', k: 'AAAA' }],
      invalid('jwks.secrecy.shared-secret', 'jwks.identifiers.missing'),
    ],
    ['a short key', [publicJwk(weak)], valid('jwks.strength.weak')],
    ['an unknown kind', [publicJwk(key), { kty: 'XX', kid: 'x' }], valid('jwks.strength.unreadable')],
    ['two keys of one name', [publicJwk(key), publicJwk(second, { kid: 'key-1' })], invalid('jwks.identifiers.shared')],
    ['one key for two algorithms', [publicJwk(key), publicJwk(key, { alg: 'PS256' })], valid()],
    [
      'a key without a name among two',
      [publicJwk(key), publicJwk(second, { kid: undefined })],
      valid('jwks.identifiers.missing'),
    ],
    ['the only key without a name', [publicJwk(key, { kid: undefined })], valid()],
    ['a certificate that is none', [publicJwk(key, { x5c: ['AAAA'] })], valid('jwks.certificates.unreadable')],
  ])('%s', (_name, keys, expected) => {
    expect(gist({ keys })).toEqual(expected)
  })

  test('a short key is refused in strict', () => {
    expect(gist({ keys: [publicJwk(weak)], context: { mode: 'strict' } })).toEqual(invalid('jwks.strength.weak'))
  })

  test('certificates: of another key, and expired', async () => {
    const { certificate, publicKey } = await makeSigningIdentity()
    const x5c = [certificate.x509.raw.toString('base64')]
    const own = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', x5c }
    expect(gist({ keys: [own] })).toEqual(valid())
    expect(gist({ keys: [own], context: { now: new Date('2031-01-01') } })).toEqual(valid('jwks.certificates.expired'))
    expect(gist({ keys: [publicJwk(key, { x5c })] })).toEqual(invalid('jwks.certificates.other-key'))
  })

  test.each([
    ['nothing changed', [key], [key], valid()],
    ['a new key beside the old', [key], [key, second], valid()],
    ['all at once', [key], [second], valid('jwks.rotation.no-overlap')],
    ['one retired', [key, second], [second], valid()],
    ['another key under a known name', [key], [{ ...second, kid: 'key-1' }], invalid('jwks.rotation.key-exchanged')],
  ])('between two fetches: %s', (_name, before, after, expected) => {
    const jwks = (keys: typeof before) => keys.map((each) => publicJwk(each))
    expect(gist({ before: jwks(before), keys: jwks(after) })).toEqual(expected)
  })
})
