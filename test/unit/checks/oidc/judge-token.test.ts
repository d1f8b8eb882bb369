import { CompactEncrypt } from 'jose'
import { describe, expect, test } from 'vitest'
import { judgeToken } from '#main/checks/judge-token.ts'
import { halfHash } from '#main/checks/oidc/token/token-hash.ts'
import { tokenChecks } from '#main/checks/oidc/token-checks.ts'
import { TokenJudgement } from '#shared/model/token-judgement.ts'
import {
  jsonDocument,
  keysOf,
  soundTokenContext,
  type TokenContextChange,
  tokenGist,
} from '#test/support/oidc/token-judging.ts'
import {
  at,
  CLIENT,
  ISSUER,
  idToken,
  idTokenByHmac,
  makeSigningKey,
  publicJwk,
  SUBJECT,
  signText,
  type TokenParts,
} from '#test/support/oidc/token-message.ts'

const key = makeSigningKey()
const ec = makeSigningKey('ES256', 'key-2')
const strict = { policy: { mode: 'strict', clockSkewSeconds: 60 } } as const

const judge = (token: string, change?: TokenContextChange) => judgeToken(token, soundTokenContext([key, ec], change))
const judged = async (claims: TokenParts['claims'], change?: TokenContextChange, header?: TokenParts['header']) =>
  tokenGist(await judge(idToken(key, { claims: claims ?? {}, header: header ?? {} }), change))
const accepted = { verdict: 'accepted', rootCauses: [], consequences: [], warnings: [] }
const refusedFor = (...rootCauses: string[]) => ({ verdict: 'rejected', rootCauses })

test('a sound token is accepted, and says who signed in', async () => {
  const judgement = await judge(idToken(key), strict)
  expect(TokenJudgement.parse(judgement)).toEqual(judgement)
  expect(tokenGist(judgement)).toEqual({ ...accepted, infos: [] })
  expect(judgement.identity).toMatchObject({
    subject: SUBJECT,
    issuer: ISSUER,
    authenticationTime: at(-10),
    amr: ['pwd', 'otp'],
    profile: { email: 'ada@example.com', givenName: 'Ada', familyName: 'Lovelace', groups: ['engineering', 'pilots'] },
  })
  expect(judgement.signatures).toEqual([
    {
      covers: 'token',
      algorithm: 'RS256',
      keyId: 'key-1',
      keyThumbprint: keysOf(publicJwk(key))[0]?.thumbprint,
      verified: true,
    },
  ])
})

test('every check speaks, whatever is wrong', async () => {
  const codes = new Set(tokenChecks.map(({ code }) => code))
  for (const text of ['', 'opaque', 'a.b.c', idToken(key), idToken(makeSigningKey('ES256'))]) {
    const { findings } = await judge(text)
    const spoken = findings.map(({ code }) => code)
    const silent = [...codes].filter((code) => !spoken.some((each) => each === code || each.startsWith(`${code}.`)))
    expect(silent).toEqual([])
  }
})

test('what is not given is not judged, and without keys nothing is decided', async () => {
  const judgement = await judge(idToken(key), {
    provider: { issuer: undefined, keys: undefined, signingAlgorithms: undefined },
    client: { id: undefined },
    request: { nonce: undefined },
  })
  expect(tokenGist(judgement)).toMatchObject({ verdict: 'undecided', rootCauses: [] })
  expect(judgement.identity).toBeNull()
  const passed = judgement.findings.filter(({ severity }) => severity === 'passed')
  expect(passed.map(({ code }) => code)).toEqual(['oidc.token'])
})

describe('claims, one broken at a time', () => {
  test.each([
    ['another issuer', { iss: `${ISSUER}/` }, 'oidc.issuer.mismatch'],
    ['no issuer', { iss: undefined }, 'oidc.issuer.missing'],
    ['an issuer that is no text', { iss: [ISSUER] }, 'oidc.issuer.missing'],
    ['another audience', { aud: 'other' }, 'oidc.audience.mismatch'],
    ['an audience that contains us', { aud: `${CLIENT}-2` }, 'oidc.audience.mismatch'],
    ['no audience', { aud: undefined }, 'oidc.audience.missing'],
    ['an empty list of audiences', { aud: [] }, 'oidc.audience.missing'],
    ['a further audience', { aud: [CLIENT, 'other'] }, 'oidc.audience.additional'],
    ['another party', { azp: 'other' }, 'oidc.authorized-party.mismatch'],
    ['expired', { exp: at(-61), iat: at(-100) }, 'oidc.expiry.expired'],
    ['no expiry', { exp: undefined }, 'oidc.expiry.missing'],
    ['null for expiry', { exp: null }, 'oidc.expiry.missing'],
    ['expiry as text', { exp: String(at(300)) }, 'oidc.expiry.unreadable'],
    ['no time of issue', { iat: undefined }, 'oidc.issued-at.missing'],
    ['time of issue as text', { iat: '2026-06-01T12:00:00Z' }, 'oidc.issued-at.unreadable'],
    ['issued in the future', { iat: at(61) }, 'oidc.issued-at.in-the-future'],
    ['not valid yet', { nbf: at(61) }, 'oidc.not-before.too-early'],
    ['beginning as text', { nbf: 'now' }, 'oidc.not-before.unreadable'],
    ['another nonce', { nonce: 'other' }, 'oidc.nonce.mismatch'],
    ['no nonce', { nonce: undefined }, 'oidc.nonce.missing'],
    ['no subject', { sub: undefined }, 'oidc.subject.missing'],
    ['an empty subject', { sub: ' ' }, 'oidc.subject.missing'],
    ['a subject that is an object', { sub: { id: 1 } }, 'oidc.subject.missing'],
    ['a long subject', { sub: 'x'.repeat(256) }, 'oidc.subject.too-long'],
    ['an invisible character', { sub: 'ada\u200b' }, 'oidc.subject.control-characters'],
    ['signed in in the future', { auth_time: at(61) }, 'oidc.authentication-time.in-the-future'],
    ['time of sign-in as text', { auth_time: 'noon' }, 'oidc.authentication-time.unreadable'],
    [
      'a logout event',
      { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } },
      'oidc.type.logout-token',
    ],
    ['other events', { events: {} }, 'oidc.type.other'],
  ])('%s', async (_name, claims, code) => {
    expect(await judged(claims)).toMatchObject(refusedFor(code))
  })

  test('Infinity is no time', async () => {
    const endless = idToken(key).split('.')
    const text = Buffer.from(endless[1] ?? '', 'base64url')
      .toString()
      .replace(/"exp":\d+/, '"exp":1e999')
    const token = signText(key, JSON.stringify({ alg: 'RS256', kid: 'key-1' }), text)
    expect(tokenGist(await judge(token))).toMatchObject(refusedFor('oidc.expiry.unreadable'))
  })

  test('clocks may differ by the skew and no more', async () => {
    expect(await judged({ exp: at(-59), iat: at(59), nbf: at(60), auth_time: at(60) })).toMatchObject(accepted)
    expect(await judged({ exp: at(-60) })).toMatchObject(refusedFor('oidc.expiry.expired'))
  })

  test('a token that was kept back is a warning in interop and refused in strict', async () => {
    const old = { iat: at(-661), auth_time: at(-661) }
    expect(await judged(old)).toMatchObject({
      verdict: 'accepted',
      warnings: ['oidc.issued-at.too-old'],
      infos: ['oidc.policy.strict-would-refuse'],
    })
    expect(await judged(old, strict)).toMatchObject(refusedFor('oidc.issued-at.too-old'))
  })

  test('one audience in a list, and ourselves as party, are fine', async () => {
    expect(await judged({ aud: [CLIENT], azp: CLIENT })).toMatchObject(accepted)
  })

  test('a token without nonce answers a request without one', async () => {
    expect(await judged({ nonce: undefined }, { request: { nonce: null } })).toMatchObject(accepted)
    expect(await judged({}, { request: { nonce: null } })).toMatchObject(refusedFor('oidc.nonce.unexpected'))
  })

  test('max_age demands auth_time', async () => {
    const limited = { request: { maximumAge: 300 } }
    expect(await judged({}, limited)).toMatchObject(accepted)
    expect(await judged({ auth_time: at(-361) }, limited)).toMatchObject(refusedFor('oidc.authentication-time.too-old'))
    expect(await judged({ auth_time: undefined }, limited)).toMatchObject(
      refusedFor('oidc.authentication-time.missing'),
    )
  })

  test('acr_values are compared, amr is told', async () => {
    const asked = { request: { acrValues: ['phr', 'phrh'] } }
    expect(await judged({ acr: 'phrh' }, asked)).toMatchObject(accepted)
    expect(await judged({ acr: 'pwd' }, asked)).toMatchObject(refusedFor('oidc.authentication-context.not-met'))
    expect(await judged({ amr: ['pwd', 'kba'] })).toMatchObject({ ...accepted, infos: ['oidc.second-factor.not-told'] })
    expect(await judged({ amr: ['mfa'] })).toMatchObject({ ...accepted, infos: [] })
  })

  test('after a refresh the user is the same', async () => {
    expect(await judged({}, { request: { subject: 'someone-else' } })).toMatchObject(refusedFor('oidc.subject.changed'))
  })
})

describe('tenants', () => {
  const tid = '72f988bf-86f1-41af-91ab-2d7cd011db47'
  const template = { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }
  const ofTenant = { iss: `https://login.microsoftonline.com/${tid}/v2.0`, tid }

  test('a template is resolved by the tenant of the token, which must be one of ours', async () => {
    expect(await judged(ofTenant, { provider: { ...template, tenants: [tid] } })).toMatchObject(accepted)
    const another = { provider: { ...template, tenants: ['9188040d-6c67-4c5b-b112-36a304b66dad'] } }
    expect(await judged(ofTenant, another)).toMatchObject(refusedFor('oidc.tenant.mismatch'))
  })

  test('without a list of tenants nobody said which may sign in', async () => {
    const { findings, verdict } = await judge(idToken(key, { claims: ofTenant }), { provider: template })
    expect(verdict).toBe('accepted')
    expect(findings.find(({ code }) => code === 'oidc.tenant')).toMatchObject({ severity: 'not-verified' })
  })

  test('the template itself, or a tenant that is no id, resolves to nothing', async () => {
    for (const claims of [{ iss: template.issuer }, { iss: 'https://login.microsoftonline.com/x/v2.0', tid: 'x' }]) {
      expect(await judged(claims, { provider: { ...template } })).toMatchObject(refusedFor('oidc.issuer.mismatch'))
    }
  })

  test('Google: the hosted domain, and its issuer without the scheme', async () => {
    const google = { provider: { issuer: 'https://accounts.google.com', tenants: ['example.com'] } }
    expect(await judged({ iss: 'accounts.google.com', hd: 'example.com' }, google)).toMatchObject(accepted)
    const personal = { iss: 'https://accounts.google.com' }
    expect(await judged(personal, google)).toMatchObject(refusedFor('oidc.tenant.missing'))
  })
})

describe('profile', () => {
  test.each([
    ['not verified', { email_verified: false }, 'oidc.claim.email.unverified'],
    ['verified as text', { email_verified: 'true' }, 'oidc.claim.email.unverified'],
    ['verification missing', { email_verified: undefined }, 'oidc.claim.email.verification-unknown'],
    ['missing', { email: undefined }, 'oidc.claim.email.missing'],
    ['a user name', { email: 'ada' }, 'oidc.claim.email.not-an-address'],
    ['empty', { email: '' }, 'oidc.claim.email.empty'],
  ])('an address that is %s is not used, and refused where it is required', async (_name, claims, code) => {
    const judgement = await judge(idToken(key, { claims }))
    expect(tokenGist(judgement)).toMatchObject({ verdict: 'accepted', warnings: [code] })
    expect(judgement.identity?.profile.email).toBeNull()
    expect(await judged(claims, { requiredClaims: ['email'] })).toMatchObject(refusedFor(code))
  })

  test('a foreign domain is refused', async () => {
    expect(await judged({}, { emailDomains: ['example.org'] })).toMatchObject(
      refusedFor('oidc.claim.email.foreign-domain'),
    )
    expect(await judged({}, { emailDomains: ['example.com'] })).toMatchObject(accepted)
  })

  test('a provider that is believed without saying so: taken with a warning, but never against its word', async () => {
    const trusting = { emailTrust: 'provider', requiredClaims: ['email'] } as const
    const unsaid = await judge(idToken(key, { claims: { email_verified: undefined } }), trusting)
    expect(tokenGist(unsaid)).toMatchObject({ verdict: 'accepted', warnings: ['oidc.claim.email.taken-unverified'] })
    expect(unsaid.identity?.profile.email).toBe('ada@example.com')
    expect(await judged({ email_verified: false }, trusting)).toMatchObject(refusedFor('oidc.claim.email.unverified'))
    expect(await judged({}, trusting)).toMatchObject({ ...accepted, warnings: [] })
  })

  test("Microsoft's word for a verified address", async () => {
    expect(await judged({ email_verified: undefined, xms_edov: true })).toMatchObject(accepted)
    expect(await judged({ email_verified: false, xms_edov: true })).toMatchObject({
      warnings: ['oidc.claim.email.unverified'],
    })
  })

  test.each([
    ['a link instead', { groups: undefined, _claim_names: { groups: 'src1' } }, 'oidc.claim.groups.overage'],
    ['the short sign of it', { groups: undefined, hasgroups: true }, 'oidc.claim.groups.overage'],
    ['object IDs', { groups: ['72f988bf-86f1-41af-91ab-2d7cd011db47'] }, 'oidc.claim.groups.guids'],
    ['joined', { groups: 'staff,admins' }, 'oidc.claim.groups.joined'],
    ['objects', { groups: [{ name: 'staff' }] }, 'oidc.claim.groups.not-a-list'],
  ])('groups: %s', async (_name, claims, code) => {
    expect(await judged(claims)).toMatchObject({ verdict: 'accepted', warnings: [code] })
  })

  test('one group may come as a text, or none at all', async () => {
    expect((await judge(idToken(key, { claims: { groups: 'staff' } }))).identity?.profile.groups).toEqual(['staff'])
    expect(await judged({ groups: undefined })).toMatchObject(accepted)
    expect(await judged({ groups: undefined }, { requiredClaims: ['groups'] })).toMatchObject(
      refusedFor('oidc.claim.groups.missing'),
    )
  })

  test('names may be missing', async () => {
    expect(await judged({ given_name: undefined, family_name: '' })).toMatchObject({
      verdict: 'accepted',
      warnings: ['oidc.claim.given-name.missing', 'oidc.claim.family-name.empty'],
    })
  })

  test('an address as sub is warned of', async () => {
    expect(await judged({ sub: 'ada@example.com' })).toMatchObject({ warnings: ['oidc.subject.is-an-address'] })
  })
})

describe('UserInfo', () => {
  const beside = (userInfo: unknown) => ({ beside: { userInfo: jsonDocument(userInfo) } })

  test('completes the profile of the same user', async () => {
    const claims = { email: undefined, email_verified: undefined }
    const told = beside({ sub: SUBJECT, email: 'ada@example.com', email_verified: true })
    const { identity, verdict } = await judge(idToken(key, { claims }), told)
    expect({ verdict, email: identity?.profile.email }).toEqual({ verdict: 'accepted', email: 'ada@example.com' })
  })

  test('verifies no address but its own', async () => {
    const { identity } = await judge(
      idToken(key, { claims: { email_verified: undefined } }),
      beside({ sub: SUBJECT, email: 'ada@example.com', email_verified: true }),
    )
    expect(identity?.profile.email).toBeNull()
  })

  test('of another user refuses the login and gives nothing', async () => {
    expect(await judged({}, beside({ sub: 'eve' }))).toMatchObject(refusedFor('oidc.user-info.subject-differs'))
    expect(await judged({}, beside({ email: 'x@example.com' }))).toMatchObject(
      refusedFor('oidc.user-info.subject-missing'),
    )
    expect(await judged({}, { beside: { userInfo: { kind: 'not-an-object' } } })).toMatchObject(
      refusedFor('oidc.user-info.unreadable'),
    )
  })

  test('that disagrees is a warning, and the signed claim counts', async () => {
    const told = beside({ sub: SUBJECT, given_name: 'Augusta' })
    const judgement = await judge(idToken(key), told)
    expect(tokenGist(judgement)).toMatchObject({ verdict: 'accepted', warnings: ['oidc.user-info.claims-differ'] })
    expect(judgement.identity?.profile.givenName).toBe('Ada')
  })
})

describe('hashes of what came along', () => {
  const accessToken = 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y'

  test('the example of the specification', () => {
    expect(halfHash(accessToken, 'RS256')).toBe('77QmUPtjPfzWtF2AnpK9RQ')
  })

  test('an opaque access token and a code must belong to the token', async () => {
    const claims = { at_hash: '77QmUPtjPfzWtF2AnpK9RQ', c_hash: halfHash('code-1', 'RS256') }
    expect(await judged(claims, { beside: { accessToken, code: 'code-1' } })).toMatchObject(accepted)
    expect(await judged(claims, { beside: { accessToken: 'other', code: 'code-1' } })).toMatchObject(
      refusedFor('oidc.access-token-hash.mismatch'),
    )
    expect(await judged(claims, { beside: { accessToken, code: 'other' } })).toMatchObject(
      refusedFor('oidc.code-hash.mismatch'),
    )
  })
})

describe('signature', () => {
  test('by a key of another algorithm of the provider', async () => {
    expect(tokenGist(await judge(idToken(ec)))).toMatchObject(accepted)
  })

  test('by a stranger under a known name', async () => {
    expect(tokenGist(await judge(idToken(makeSigningKey())))).toMatchObject(refusedFor('oidc.signature.invalid'))
  })

  test('by a key the provider does not publish', async () => {
    const judgement = await judge(idToken(makeSigningKey('RS256', 'key-9')))
    expect(tokenGist(judgement)).toMatchObject(refusedFor('oidc.key.unknown'))
    expect(judgement.findings.find(({ code }) => code === 'oidc.key.unknown')).toMatchObject({
      actual: 'key-9',
      unverified: true,
      location: { document: 'header', path: '/kid', line: 1 },
    })
  })

  test('by another issuer: one root cause', async () => {
    const token = idToken(makeSigningKey('RS256', 'key-9'), { claims: { iss: 'https://other.example' } })
    expect(tokenGist(await judge(token))).toMatchObject({
      rootCauses: ['oidc.issuer.mismatch'],
      consequences: ['oidc.key.unknown < oidc.issuer.mismatch'],
    })
  })

  test('kid names another key of the provider', async () => {
    const second = makeSigningKey('RS256', 'key-3')
    const provider = { keys: keysOf(publicJwk(key), publicJwk(second)), signingAlgorithms: ['RS256'] }
    const token = idToken(key, { header: { kid: 'key-3' } })
    expect(tokenGist(await judge(token, { provider }))).toMatchObject(refusedFor('oidc.signature.other-key'))
  })

  test('without kid: fine with one key that fits, doubtful with two', async () => {
    expect(await judged({}, strict, { kid: undefined })).toMatchObject(accepted)
    const provider = { keys: keysOf(publicJwk(makeSigningKey('RS256', 'key-3')), publicJwk(key)) }
    expect(await judged({}, { provider }, { kid: undefined })).toMatchObject({
      verdict: 'accepted',
      warnings: ['oidc.key.not-named'],
    })
    expect(await judged({}, { provider, ...strict }, { kid: undefined })).toMatchObject(
      refusedFor('oidc.key.not-named'),
    )
  })

  test.each([
    ['for encryption', { use: 'enc' }, 'oidc.key.encryption-only'],
    ['for other operations', { use: undefined, key_ops: ['encrypt'] }, 'oidc.key.encryption-only'],
    ['for another algorithm', { alg: 'PS256' }, 'oidc.key.other-algorithm'],
    ['that cannot be read', { n: '' }, 'oidc.key.unreadable'],
  ])('a key %s', async (_name, change, code) => {
    expect(await judged({}, { provider: { keys: keysOf(publicJwk(key, change)) } })).toMatchObject(refusedFor(code))
  })

  test('a short key is a warning in interop and refused in strict', async () => {
    const short = makeSigningKey('RS256', 'short', 1024)
    const provider = { keys: keysOf(publicJwk(short)) }
    expect(tokenGist(await judge(idToken(short), { provider }))).toMatchObject({
      verdict: 'accepted',
      warnings: ['oidc.key.weak'],
    })
    expect(tokenGist(await judge(idToken(short), { provider, ...strict }))).toMatchObject(refusedFor('oidc.key.weak'))
  })

  test('with the client secret: a warning in interop, refused in strict, and never without the secret', async () => {
    const secret = 'the secret of the client'
    const token = idTokenByHmac(secret)
    const known = { client: { secret }, provider: { signingAlgorithms: ['HS256'] } }
    expect(tokenGist(await judge(token, known))).toMatchObject({
      verdict: 'accepted',
      warnings: ['oidc.algorithm.symmetric'],
    })
    expect(tokenGist(await judge(token, { ...known, ...strict }))).toMatchObject(refusedFor('oidc.algorithm.symmetric'))
    expect(tokenGist(await judge(token))).toMatchObject(refusedFor('oidc.algorithm.shared-secret'))
    expect(tokenGist(await judge(token, { client: { secret } }))).toMatchObject(
      refusedFor('oidc.algorithm.not-announced'),
    )
    expect(tokenGist(await judge(token, { ...known, client: { secret: 'other' } }))).toMatchObject(
      refusedFor('oidc.signature.secret-differs'),
    )
  })

  test('the algorithm is agreed on beforehand', async () => {
    const fixed = { client: { signingAlgorithm: 'ES256' } }
    expect(await judged({}, fixed)).toMatchObject(refusedFor('oidc.algorithm.unexpected'))
    expect(tokenGist(await judge(idToken(ec), fixed))).toMatchObject(accepted)
  })

  test('an unverified value that fits has not passed', async () => {
    const { findings } = await judge(idToken(makeSigningKey()))
    expect(findings.find(({ code }) => code === 'oidc.audience')).toMatchObject({
      severity: 'not-verified',
      unverified: true,
    })
  })
})

describe('encryption', () => {
  const recipient = makeSigningKey('RS256', 'enc-1')
  const encrypt = (text: string, alg = 'RSA-OAEP-256') =>
    new CompactEncrypt(Buffer.from(text))
      .setProtectedHeader({ alg, enc: 'A256GCM', cty: 'JWT' })
      .encrypt(recipient.publicKey)
  const open = { client: { decryptionKeys: [makeSigningKey('RS256').privateKey, recipient.privateKey] } }

  test('a signed token inside is judged like any other', async () => {
    const judgement = await judge(await encrypt(idToken(key)), open)
    expect(tokenGist(judgement)).toMatchObject(accepted)
    expect(judgement.token).toMatchObject({ encrypted: true, claims: { sub: SUBJECT } })
    const inner = await judge(await encrypt(idToken(key, { claims: { aud: 'other' } })), open)
    expect(inner.findings.find(({ rootCause }) => rootCause)).toMatchObject({
      code: 'oidc.audience.mismatch',
      location: { document: 'decrypted/1/payload', path: '/aud' },
    })
  })

  test('without a key, or with another, nobody can tell', async () => {
    const token = await encrypt(idToken(key))
    expect(tokenGist(await judge(token))).toMatchObject({ verdict: 'undecided', rootCauses: [] })
    const other = { client: { decryptionKeys: [key.privateKey] } }
    expect(tokenGist(await judge(token, other))).toMatchObject({
      verdict: 'undecided',
      rootCauses: ['oidc.encryption.other-key'],
    })
  })

  test('encryption proves nothing of the sender', async () => {
    expect(tokenGist(await judge(await encrypt('{"sub":"eve"}'), open))).toMatchObject(
      refusedFor('oidc.encryption.not-signed'),
    )
    const stranger = await encrypt(idToken(makeSigningKey()))
    expect(tokenGist(await judge(stranger, open))).toMatchObject(refusedFor('oidc.signature.invalid'))
  })

  test('what we do not support is refused before a key is touched', async () => {
    const [, ...rest] = (await encrypt(idToken(key))).split('.')
    const header = Buffer.from('{"alg":"RSA1_5","enc":"A256GCM"}').toString('base64url')
    expect(tokenGist(await judge([header, ...rest].join('.'), open))).toMatchObject(
      refusedFor('oidc.encryption.unsupported'),
    )
  })
})
