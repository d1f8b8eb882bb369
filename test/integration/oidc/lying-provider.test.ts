import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { judgeDiscovery } from '#main/checks/judge-discovery.ts'
import { beginLogin } from '#main/oidc/relying-party/begin-login.ts'
import { finishLogin } from '#main/oidc/relying-party/finish-login.ts'
import { judgeFinished, loginContext } from '#test/support/oidc/login-judging.ts'
import { type Lie, startLyingProvider } from '#test/support/oidc/lying-provider.ts'
import { providerObject } from '#test/support/oidc/provider-object.ts'
import { REDIRECT_URI } from '#test/support/oidc/stock-provider.ts'
import { tokenGist } from '#test/support/oidc/token-judging.ts'
import { idTokenByHmac, makeSigningKey, publicJwk, soundClaims } from '#test/support/oidc/token-message.ts'

const CLIENT = 'claimcheck-client'
const SECRET = 'a-secret-that-is-long-enough'
const week = 7 * 86_400
const seconds = () => Math.floor(Date.now() / 1000)

async function loginAt(lie: Lie) {
  const op = await startLyingProvider(CLIENT, lie)
  const [discovery, jwks] = [await op.discovery(), await op.jwks()]
  const party = {
    provider: providerObject(discovery),
    clientId: CLIENT,
    authentication: { method: 'client_secret_post', secret: SECRET },
    redirectUri: REDIRECT_URI,
    signingAlgorithm: undefined,
    decryptionKeys: [],
    clockSkewSeconds: 60,
    network: { addresses: 'any' },
  } as const
  const begun = await beginLogin(party, { scopes: [] }, randomBytes)
  const callback = op.authorize(begun.url)
  const finished = await finishLogin(party, begun, callback, { json: jwks, fetchedAt: new Date() })
  const judgement = await judgeFinished(callback, finished, loginContext(party, begun, jwks))
  return { finished, judgement, ...tokenGist(judgement) }
}

test('happy path: both accept', async () => {
  const { verdict, finished, judgement } = await loginAt({})
  expect({ verdict, opinion: finished.opinion.kind }).toEqual({ verdict: 'accepted', opinion: 'accepted' })
  expect(judgement.identity).toMatchObject({ subject: soundClaims.sub, profile: { email: 'ada@example.com' } })
})

const noSignature = (claims: Record<string, unknown>) =>
  `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ ...soundClaims, ...claims })).toString('base64url')}.`

/** The relying-party cases of the OpenID conformance suite, by its names. Each is refused by both, and named by us. */
describe('the provider lies', () => {
  test.each<[string, Lie, string]>([
    ['invalid-iss', { claims: { iss: 'https://evil.example' } }, 'oidc.issuer.mismatch'],
    ['invalid-aud', { claims: { aud: 'other' } }, 'oidc.audience.mismatch'],
    ['invalid-secondary-aud', { claims: { aud: [CLIENT, 'other'] } }, 'oidc.audience.additional'],
    ['missing-aud', { claims: { aud: undefined } }, 'oidc.audience.missing'],
    ['missing-iat', { claims: { iat: undefined } }, 'oidc.issued-at.missing'],
    ['missing-sub', { claims: { sub: undefined } }, 'oidc.subject.missing'],
    ['missing-exp', { claims: { exp: undefined } }, 'oidc.expiry.missing'],
    ['invalid-expired-exp', { claims: { exp: seconds() - 600 } }, 'oidc.expiry.expired'],
    ['invalid-nonce', { claims: { nonce: 'other' } }, 'oidc.nonce.mismatch'],
    ['invalid-missing-nonce', { claims: { nonce: undefined } }, 'oidc.nonce.missing'],
    ['invalid-signature', { signer: makeSigningKey('ES256', 'op-1') }, 'oidc.signature.invalid'],
    ['idtoken-sig-none', { token: noSignature }, 'oidc.algorithm.none'],
    ['invalid-null-alg', { header: { alg: null } }, 'oidc.algorithm.missing'],
    ['invalid-alternate-alg', { token: (claims) => idTokenByHmac(SECRET, { claims }) }, 'oidc.algorithm.shared-secret'],
    ['kid-of-nobody', { header: { kid: 'unknown' } }, 'oidc.key.unknown'],
    ['userinfo-invalid-sub', { userInfo: { sub: 'eve' } }, 'oidc.user-info.subject-differs'],
    [
      'ensure-authorization-response-with-invalid-state',
      { callback: (p) => p.set('state', 'other') },
      'oidc.callback-state.mismatch',
    ],
    ['missing-state', { callback: (p) => p.delete('state') }, 'oidc.callback-state.missing'],
    [
      'invalid-authorization-response-iss',
      { callback: (p) => p.set('iss', 'https://evil.example') },
      'oidc.callback-issuer.mismatch',
    ],
    ['remove-authorization-response-iss', { callback: (p) => p.delete('iss') }, 'oidc.callback-issuer.missing'],
    ['a code twice', { callback: (p) => p.append('code', 'other') }, 'oidc.callback.repeated-parameter'],
    ['a code and an error', { callback: (p) => p.set('error', 'access_denied') }, 'oidc.callback.code-and-error'],
    ['neither', { callback: (p) => p.delete('code') }, 'oidc.callback.no-code'],
    [
      'a page instead of an answer',
      { tokenAnswer: { status: 200, type: 'text/html', body: '<p>Sign in' } },
      'oidc.token-response.unreadable',
    ],
    [
      'two ID Tokens in one answer',
      {
        tokenAnswer: {
          status: 200,
          body: '{"id_token":"a.b.c","id_token":"d.e.f","access_token":"x","token_type":"bearer"}',
        },
      },
      'oidc.token-response.unreadable',
    ],
    [
      'no ID Token',
      { tokenAnswer: { status: 200, body: '{"access_token":"x","token_type":"bearer"}' } },
      'oidc.token-response.no-id-token',
    ],
  ])('%s', async (_name, lie, cause) => {
    const { verdict, rootCauses, judgement, finished } = await loginAt(lie)
    expect({ verdict, rootCauses }).toEqual({ verdict: 'rejected', rootCauses: [cause] })
    expect(judgement.identity).toBeNull()
    expect(finished.opinion.kind).toBe('refused')
  })

  test('a browser that was sent off elsewhere redeems no code', async () => {
    const { finished } = await loginAt({ callback: (p) => p.set('iss', 'https://evil.example') })
    expect(finished.exchanges).toEqual([])
  })

  test('iat-is-week-in-past: told, and refused in strict alone', async () => {
    const { verdict, warnings } = await loginAt({ claims: { iat: seconds() - week, auth_time: seconds() - week } })
    expect({ verdict, warnings }).toEqual({ verdict: 'accepted', warnings: ['oidc.issued-at.too-old'] })
  })

  test('kid-absent-single-jwks is fine, kid-absent-multiple-jwks is not', async () => {
    expect((await loginAt({ header: { kid: undefined } })).verdict).toBe('accepted')
    const key = makeSigningKey('ES256', 'op-1')
    const keys = [publicJwk(key), publicJwk(makeSigningKey('ES256', 'op-2'))]
    const { verdict, warnings, rootCauses } = await loginAt({ header: { kid: undefined }, signer: key, keys })
    expect({ verdict, warnings, rootCauses }).toEqual({
      verdict: 'rejected',
      warnings: ['oidc.key.not-named'],
      rootCauses: ['oidc.second-opinion.refused'],
    })
  })

  test('a further audience is refused though openid-client lets it pass', async () => {
    const { rootCauses, finished } = await loginAt({ claims: { aud: [CLIENT, 'other'], azp: CLIENT } })
    expect({ rootCauses, opinion: finished.opinion.kind }).toEqual({
      rootCauses: ['oidc.audience.additional'],
      opinion: 'accepted',
    })
  })

  test('discovery-issuer-mismatch', async () => {
    const op = await startLyingProvider(CLIENT, { document: { issuer: 'https://evil.example' } })
    const { verdict, findings } = judgeDiscovery(
      { discovery: await op.discovery(), jwks: undefined, jwksBefore: undefined },
      {
        ...{ now: new Date(), mode: 'interop', issuer: op.issuer, url: undefined, contentType: undefined },
        ...{ tenantsLimited: false, clientAuthentication: undefined, signingAlgorithm: undefined },
      },
    )
    const causes = findings.filter(({ rootCause }) => rootCause).map(({ code }) => code)
    expect({ verdict, causes }).toEqual({ verdict: 'invalid', causes: ['discovery.issuer.mismatch'] })
  })
})

describe('what the provider says is explained', () => {
  const refused = (error: string, description: string): Lie => ({
    tokenAnswer: { status: 401, body: JSON.stringify({ error, error_description: description }) },
  })

  test.each<[string, Lie, string, RegExp, string]>([
    [
      'an expired secret at Microsoft',
      refused('invalid_client', "AADSTS7000222: The provided client secret keys for app 'x' are expired."),
      'oidc.token-response.invalid-client',
      /expired/,
      'idp-admin',
    ],
    [
      'a user who is not assigned',
      {
        callback: (p) => {
          p.delete('code')
          p.set('error', 'access_denied')
          p.set('error_description', 'AADSTS50105: …')
        },
      },
      'oidc.callback.access-denied',
      /not assigned/,
      'idp-admin',
    ],
    [
      'an unknown code',
      refused('quota_exceeded', ''),
      'oidc.token-response.other-error',
      /What it said is shown/,
      'idp-admin',
    ],
  ])('%s', async (_name, lie, code, detail, owner) => {
    const { judgement } = await loginAt(lie)
    expect(judgement.findings.find(({ rootCause }) => rootCause)).toMatchObject({
      code,
      owner,
      detail: expect.stringMatching(detail),
    })
  })
})
