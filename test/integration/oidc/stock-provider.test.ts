import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgeDiscovery } from '#main/checks/judge-discovery.ts'
import { beginLogin } from '#main/oidc/relying-party/begin-login.ts'
import { finishLogin } from '#main/oidc/relying-party/finish-login.ts'
import type { LoginWishes, RelyingParty } from '#main/oidc/relying-party/relying-party.ts'
import { judgeFinished, loginContext } from '#test/support/oidc/login-judging.ts'
import { providerObject } from '#test/support/oidc/provider-object.ts'
import {
  REDIRECT_URI,
  type StockProvider,
  signInAtStock,
  startStockProvider,
} from '#test/support/oidc/stock-provider.ts'
import { tokenGist } from '#test/support/oidc/token-judging.ts'

const secret = randomBytes(24).toString('base64url')
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const sealing = generateKeyPairSync('rsa', { modulusLength: 2048 })
const own = (extra: object) => ({ ...sealing.publicKey.export({ format: 'jwk' }), kid: 'enc-1', ...extra })
let op: StockProvider

beforeAll(async () => {
  op = await startStockProvider(
    [
      { client_id: 'basic', client_secret: secret },
      { client_id: 'post', client_secret: secret, token_endpoint_auth_method: 'client_secret_post' },
      {
        client_id: 'key',
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'client-1', use: 'sig' }] },
      },
      { client_id: 'public', token_endpoint_auth_method: 'none' },
      {
        client_id: 'sealed',
        client_secret: secret,
        id_token_encrypted_response_alg: 'RSA-OAEP-256',
        id_token_encrypted_response_enc: 'A256GCM',
        jwks: { keys: [own({ use: 'enc' })] },
      },
    ],
    { features: { encryption: { enabled: true } } },
  )
})
afterAll(() => op.stop())

const party = (change: Partial<RelyingParty> = {}): RelyingParty => ({
  provider: providerObject(op.discovery),
  clientId: 'basic',
  authentication: { method: 'client_secret_basic', secret },
  redirectUri: REDIRECT_URI,
  signingAlgorithm: undefined,
  decryptionKeys: [],
  clockSkewSeconds: 60,
  network: { addresses: 'any' },
  ...change,
})

async function login(at: RelyingParty, wishes: Partial<LoginWishes> = {}) {
  const begun = await beginLogin(at, { scopes: [], ...wishes }, randomBytes)
  const callback = await signInAtStock(begun.url)
  const finished = await finishLogin(at, begun, callback, { json: op.jwks, fetchedAt: new Date() })
  const judgement = await judgeFinished(callback, finished, loginContext(at, begun, op.jwks))
  return { begun, callback, finished, judgement }
}

test('its discovery document and keys are valid', () => {
  const { verdict, findings } = judgeDiscovery(
    { discovery: op.discovery, jwks: op.jwks, jwksBefore: undefined },
    {
      ...{ now: new Date(), mode: 'strict', issuer: op.issuer, tenantsLimited: false, signingAlgorithm: undefined },
      ...{ url: `${op.issuer}/.well-known/openid-configuration`, contentType: 'application/json; charset=utf-8' },
      clientAuthentication: 'client_secret_basic',
    },
  )
  expect({ verdict, errors: findings.filter(({ severity }) => severity === 'error') }).toEqual({
    verdict: 'valid',
    errors: [],
  })
})

describe('a login is accepted by both, however the client authenticates itself', () => {
  test.each<[string, Partial<RelyingParty>]>([
    ['the secret by Basic', {}],
    ['the secret by Post', { clientId: 'post', authentication: { method: 'client_secret_post', secret } }],
    [
      'a signed assertion',
      {
        clientId: 'key',
        authentication: { method: 'private_key_jwt', key: key.privateKey, keyId: 'client-1', algorithm: 'ES256' },
      },
    ],
    ['nothing but PKCE', { clientId: 'public', authentication: { method: 'none' } }],
    ['an encrypted ID Token', { clientId: 'sealed', decryptionKeys: [{ key: sealing.privateKey, keyId: 'enc-1' }] }],
  ])('%s', async (_name, change) => {
    const { finished, judgement } = await login(party(change))
    expect(finished.opinion).toEqual({ kind: 'accepted' })
    expect(tokenGist(judgement)).toMatchObject({ verdict: 'accepted', rootCauses: [] })
    expect(judgement.identity).toMatchObject({ subject: 'ada', issuer: op.issuer })
    expect(judgement.findings.find(({ code }) => code === 'oidc.second-opinion')?.severity).toBe('passed')
  })
})

test('the request was pushed, and no secret stands in what is shown', async () => {
  const { begun, finished } = await login(
    party({ clientId: 'post', authentication: { method: 'client_secret_post', secret } }),
  )
  expect(new URL(begun.url).searchParams.get('request_uri')).toMatch(/^urn:ietf:params:oauth:request_uri:/)
  const shown = JSON.stringify([begun.exchanges, finished.exchanges])
  expect(finished.exchanges.map(({ url }) => new URL(url).pathname)).toEqual(['/token', '/me'])
  expect(shown).not.toContain(secret)
  expect(shown).not.toContain(begun.codeVerifier)
  expect(shown).not.toMatch(/eyJ/)
  expect(finished.exchanges[0]?.form).toMatchObject({
    grant_type: 'authorization_code',
    client_id: 'post',
    client_secret: '••••••',
  })
})

test('max_age comes back as auth_time, prompt=login asks again', async () => {
  const { judgement } = await login(party(), { maximumAge: 300, prompt: 'login', loginHint: 'ada' })
  expect(judgement.verdict).toBe('accepted')
  expect(judgement.identity?.authenticationTime).toBeGreaterThan(Date.now() / 1000 - 60)
})

describe('what goes wrong is named', () => {
  test('a wrong client secret', async () => {
    const wrong = party({ clientId: 'post', authentication: { method: 'client_secret_post', secret: 'wrong' } })
    const provider = { ...wrong.provider }
    delete (provider as Record<string, unknown>).pushed_authorization_request_endpoint
    const { judgement, finished } = await login({ ...wrong, provider })
    expect(finished.opinion.kind).toBe('refused')
    expect(tokenGist(judgement)).toMatchObject({
      verdict: 'rejected',
      rootCauses: ['oidc.token-response.invalid-client'],
    })
    expect(judgement.findings.find(({ rootCause }) => rootCause)).toMatchObject({
      owner: 'sp-admin',
      actual: expect.stringContaining('invalid_client'),
    })
  })

  test('a code that was redeemed already', async () => {
    const at = party()
    const { begun, callback } = await login(at)
    const again = await finishLogin(at, begun, callback, { json: op.jwks, fetchedAt: new Date() })
    const judgement = await judgeFinished(callback, again, loginContext(at, begun, op.jwks))
    expect(tokenGist(judgement).rootCauses).toEqual(['oidc.token-response.invalid-grant'])
  })

  test('the state of another browser: the code is not even redeemed', async () => {
    const at = party()
    const begun = await beginLogin(at, { scopes: [] }, randomBytes)
    const callback = await signInAtStock(begun.url)
    callback.set('state', 'another')
    const finished = await finishLogin(at, begun, callback, { json: op.jwks, fetchedAt: new Date() })
    expect(finished.exchanges).toEqual([])
    const judgement = await judgeFinished(callback, finished, loginContext(at, begun, op.jwks))
    expect(tokenGist(judgement)).toMatchObject({ verdict: 'rejected', rootCauses: ['oidc.callback-state.mismatch'] })
  })

  test('prompt=none without a session', async () => {
    const { judgement } = await login(party(), { prompt: 'none' })
    expect(tokenGist(judgement).rootCauses).toEqual(['oidc.callback.interaction-needed'])
  })

  test('a token endpoint that nothing listens at', async () => {
    const at = party()
    const dead = { ...at, provider: { ...at.provider, token_endpoint: 'http://127.0.0.1:1/token' } }
    const { judgement } = await login(dead)
    expect(tokenGist(judgement).rootCauses).toEqual(['oidc.token-response.unreached'])
  })
})
