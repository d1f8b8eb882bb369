import { describe, expect, test, vi } from 'vitest'
import { judgeToken } from '#main/checks/judge-token.ts'
import { readKeySet } from '#main/oidc/discovery/key-set.ts'
import { isRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'
import { DEFAULT_CLOCK_SKEW_SECONDS } from '#shared/model/clock-skew.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'
import { MINUTE } from '#test/support/backend/open-test-backend.ts'
import { CLIENT, CLIENT_SECRET, type OpenidWorld, openOpenidWorld } from '#test/support/backend/openid-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'
import type { Lie } from '#test/support/oidc/lying-provider.ts'
import { idTokenByHmac, makeSigningKey, publicJwk, soundClaims } from '#test/support/oidc/token-message.ts'

/** The relying party's rows of the table of threats, against the sign-in of the backend over HTTP. */
type Case = readonly [name: string, lie: (world: OpenidWorld) => Lie, code: string]

const seconds = () => Math.floor(Date.now() / 1000)
const claims = (changed: Record<string, unknown>) => () => ({ claims: changed })
const callback = (change: NonNullable<Lie['callback']>) => () => ({ callback: change })
const noSignature = (named: Record<string, unknown>) => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ ...soundClaims, ...named })}.`
}

/** What is wrong with the ID Token: the command line judges the very token that the backend was given. */
const ofToken: Readonly<Record<string, readonly Case[]>> = {
  'O1, O3: no signature, or a stranger’s': [
    ['alg none', () => ({ token: noSignature }), 'oidc.algorithm.none'],
    ['alg null', () => ({ header: { alg: null } }), 'oidc.algorithm.missing'],
    ['another key of the same name', () => ({ signer: makeSigningKey('ES256', 'op-1') }), 'oidc.signature.invalid'],
  ],
  'O2: a shared secret in place of a key': [
    [
      'the client secret',
      () => ({ token: (named) => idTokenByHmac(CLIENT_SECRET, { claims: named }) }),
      'oidc.algorithm.shared-secret',
    ],
    [
      'the public key',
      ({ op }) => {
        const pem = String(op.key.publicKey.export({ type: 'spki', format: 'pem' }))
        return { token: (named) => idTokenByHmac(pem, { claims: named, header: { kid: 'op-1' } }) }
      },
      'oidc.algorithm.shared-secret',
    ],
  ],
  'O4: keys and demands in the header': [
    ['a key that nobody published', () => ({ header: { kid: 'unknown' } }), 'oidc.key.unknown'],
    ['a demand that nobody knows', () => ({ header: { crit: ['b64'], b64: false } }), 'oidc.critical.unknown'],
  ],
  'O5: another issuer': [
    ['another one', claims({ iss: 'https://evil.example' }), 'oidc.issuer.mismatch'],
    ['none', claims({ iss: undefined }), 'oidc.issuer.missing'],
  ],
  'O6: for somebody else': [
    ['another audience', claims({ aud: 'other' }), 'oidc.audience.mismatch'],
    ['a second audience', claims({ aud: [CLIENT, 'other'], azp: CLIENT }), 'oidc.audience.additional'],
    ['another authorized party', claims({ azp: 'other' }), 'oidc.authorized-party.mismatch'],
  ],
  'O7: times': [
    ['expired', claims({ exp: seconds() - 600 }), 'oidc.expiry.expired'],
    ['no expiry', claims({ exp: undefined }), 'oidc.expiry.missing'],
    ['kept for a week', claims({ iat: seconds() - 7 * 86_400 }), 'oidc.issued-at.too-old'],
    ['of tomorrow', claims({ iat: seconds() + 86_400 }), 'oidc.issued-at.in-the-future'],
  ],
  'O8: not the answer to this request': [
    ['another nonce', claims({ nonce: 'other' }), 'oidc.nonce.mismatch'],
    ['no nonce', claims({ nonce: undefined }), 'oidc.nonce.missing'],
  ],
  'O10: another kind of token': [
    [
      'a logout token',
      claims({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }),
      'oidc.type.logout-token',
    ],
    ['an access token', () => ({ header: { typ: 'at+jwt' } }), 'oidc.type.access-token'],
  ],
  'O11: whom it speaks of': [
    ['no subject', claims({ sub: undefined }), 'oidc.subject.missing'],
    ['an object as subject', claims({ sub: { id: 1 } }), 'oidc.subject.missing'],
    ['verified as a text', claims({ email_verified: 'true' }), 'oidc.claim.email.unverified'],
    ['a foreign domain', claims({ email: 'ada@evil.example' }), 'oidc.claim.email.foreign-domain'],
  ],
  'O15: what came beside it': [
    ['UserInfo of another person', () => ({ userInfo: { sub: 'eve' } }), 'oidc.user-info.subject-differs'],
    [
      'an access token of another login',
      claims({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }),
      'oidc.access-token-hash.mismatch',
    ],
  ],
}

/** What is wrong with the way it came. */
const ofDelivery: Readonly<Record<string, readonly Case[]>> = {
  'O9: an answer of another provider': [
    ['iss of another', callback((p) => p.set('iss', 'https://evil.example')), 'oidc.callback-issuer.mismatch'],
    ['iss taken away', callback((p) => p.delete('iss')), 'oidc.callback-issuer.missing'],
  ],
  'O14: what the browser brings': [
    ['code and error', callback((p) => p.set('error', 'access_denied')), 'oidc.callback.code-and-error'],
    ['two codes', callback((p) => p.append('code', 'other')), 'oidc.callback.repeated-parameter'],
    ['no code', callback((p) => p.delete('code')), 'oidc.callback.no-code'],
    [
      'a code of somebody else',
      () => ({ tokenAnswer: { status: 400, body: '{"error":"invalid_grant"}' } }),
      'oidc.token-response.invalid-grant',
    ],
  ],
}

describe.each(Object.entries(ofToken))('%s', (_row, cases) => {
  test('refused, with what the command line finds in the same token', async () => {
    const world = await openOpenidWorld()
    for (const [name, lie, code] of cases) {
      world.lieAbout(lie(world))
      const browser = new TestBrowser()
      const asked = await world.start(browser)
      const page = await world.comeBack(browser, world.op.authorize(asked.href))
      const found = await errorsByCommandLine(world, asked.searchParams.get('nonce'), lie(world).userInfo)
      const [attempt] = await world.attempts()
      const logged = attempt?.codes.filter((one) => !one.startsWith('oidc.second-opinion'))
      expect({ name, status: page.status, logged }).toEqual({ name, status: 403, logged: found })
      expect({ name, found }).toEqual({ name, found: expect.arrayContaining([code]) })
      expect(browser.cookies.has('claimcheck-session')).toBe(false)
    }
    expect((await world.tenant.call('GET', '/members')).body.total).toBe(1)
    world.lieAbout({})
    expect((await world.signIn(new TestBrowser())).status).toBe(200)
  })
})

describe.each(Object.entries(ofDelivery))('%s', (_row, cases) => {
  test('refused, and nobody is signed in', async () => {
    const world = await openOpenidWorld()
    for (const [name, lie, code] of cases) {
      world.lieAbout(lie(world))
      const browser = new TestBrowser()
      const { status } = await world.signIn(browser)
      const [attempt] = await world.attempts()
      expect({ name, status, codes: attempt?.codes }).toEqual({ name, status: 403, codes: [code] })
      expect(browser.cookies.has('claimcheck-session')).toBe(false)
    }
    expect((await world.tenant.call('GET', '/members')).body.total).toBe(1)
  })
})

describe('O8, O14: one answer, one browser, one time', () => {
  test('a state that another browser was given opens nothing, and its own browser comes in', async () => {
    const world = await openOpenidWorld()
    const [browser, other] = [new TestBrowser(), new TestBrowser()]
    const answer = world.op.authorize((await world.start(browser)).href)
    await world.start(other)
    expect((await world.comeBack(other, answer)).status).toBe(403)
    expect((await world.comeBack(new TestBrowser(), answer)).status).toBe(403)
    expect((await world.comeBack(browser, answer)).text).toContain('You are signed in')
    expect((await world.attempts()).map(({ reason }) => reason)).toEqual([
      null,
      'flow-of-other-browser',
      'flow-of-other-browser',
    ])
  })

  test('of many answers to one request at once exactly one is redeemed', async () => {
    const world = await openOpenidWorld()
    const browser = new TestBrowser()
    const answer = world.op.authorize((await world.start(browser)).href)
    const pages = await Promise.all(
      Array.from({ length: 8 }, () => browser.get(`${world.relyingParty.redirectUri}?${answer}`)),
    )
    expect(pages.map(({ status }) => status).toSorted()).toEqual([303, ...Array(7).fill(403)])
    expect((await world.comeBack(browser, answer)).status).toBe(403)
  })

  test('a code that was redeemed is good for no other request, whatever the provider says', async () => {
    const world = await openOpenidWorld()
    const browser = new TestBrowser()
    const first = world.op.authorize((await world.start(browser)).href)
    await world.comeBack(browser, first)
    const second = world.op.authorize((await world.start(browser)).href)
    second.set('code', first.get('code')!)
    expect((await world.comeBack(browser, second)).status).toBe(403)
    expect((await world.attempts())[0]?.reason).toBe('assertion-used')
  })

  test('no state, two states, a state that is too old', async () => {
    const passed = { milliseconds: 0 }
    const world = await openOpenidWorld({ options: { clock: () => new Date(Date.now() + passed.milliseconds) } })
    const browser = new TestBrowser()
    for (const change of ['none', 'two'] as const) {
      const answer = world.op.authorize((await world.start(browser)).href)
      if (change === 'none') answer.delete('state')
      else answer.append('state', answer.get('state')!)
      expect((await world.comeBack(browser, answer)).status).toBe(403)
    }
    const late = world.op.authorize((await world.start(browser)).href)
    passed.milliseconds = 10 * MINUTE
    expect((await world.comeBack(browser, late)).status).toBe(403)
    expect((await world.attempts()).map(({ reason }) => reason)).toEqual(Array(3).fill('flow-unknown'))
  })
})

test('O9: the answer of one provider is good at its own redirect URI alone', async () => {
  const [world, other] = [await openOpenidWorld(), await openOpenidWorld()]
  const browser = new TestBrowser()
  const answer = world.op.authorize((await world.start(browser)).href)
  expect((await other.comeBack(browser, answer)).status).toBe(403)
  expect((await other.attempts())[0]?.reason).toBe('flow-unknown')
})

test('O13: a key that came since the last login is believed at the first token that names it', async () => {
  const world = await openOpenidWorld()
  expect((await world.signIn(new TestBrowser())).status).toBe(200)
  const next = makeSigningKey('ES256', 'op-2')
  world.lieAbout({ signer: next, keys: [publicJwk(world.op.key), publicJwk(next)] })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * MINUTE })
  try {
    expect((await world.signIn(new TestBrowser())).status).toBe(200)
    world.lieAbout({ signer: makeSigningKey('ES256', 'op-3'), keys: [publicJwk(next)] })
    expect((await world.signIn(new TestBrowser())).status).toBe(403)
  } finally {
    vi.useRealTimers()
  }
})

async function errorsByCommandLine(
  { op }: OpenidWorld,
  nonce: string | null,
  userInfo: Record<string, unknown> | undefined,
): Promise<string[]> {
  const read = readJsonDocument(await op.jwks(), 'jwks')
  const { findings } = await judgeToken(op.lastToken(), {
    now: new Date(),
    policy: { mode: 'strict', clockSkewSeconds: DEFAULT_CLOCK_SKEW_SECONDS },
    provider: {
      issuer: op.issuer,
      tenants: undefined,
      keys: isRefusal(read) ? undefined : readKeySet(read),
      signingAlgorithms: ['RS256', 'ES256'],
    },
    client: { id: CLIENT, secret: undefined, signingAlgorithm: undefined, decryptionKeys: [] },
    request: { nonce, maximumAge: undefined, acrValues: undefined, subject: undefined },
    beside: {
      accessToken: 'opaque',
      code: undefined,
      userInfo: userInfo && readJsonDocument(Buffer.from(JSON.stringify(userInfo)), 'userinfo'),
    },
    mapping: tokenClaimNames,
    requiredClaims: ['email'],
    emailDomains: ['example.com'],
    stopwatch: undefined,
  })
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}
