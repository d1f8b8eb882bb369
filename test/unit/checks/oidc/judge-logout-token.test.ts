import { describe, expect, test } from 'vitest'
import { judgeLogoutToken } from '#main/checks/judge-logout-token.ts'
import { LogoutTokenJudgement } from '#shared/model/token-judgement.ts'
import { soundTokenContext } from '#test/support/oidc/token-judging.ts'
import { at, CLIENT, ISSUER, idToken, makeSigningKey, SUBJECT, signJson } from '#test/support/oidc/token-message.ts'

const key = makeSigningKey('ES256')
const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
const sound = {
  iss: ISSUER,
  aud: CLIENT,
  iat: at(-1),
  exp: at(120),
  jti: 'logout-1',
  sub: SUBJECT,
  sid: 'session-1',
  events,
}

const judge = (token: string, wasUsed?: (issuer: string, id: string) => boolean) =>
  judgeLogoutToken(token, { ...soundTokenContext([key]), wasUsed })
const logoutToken = (change: Record<string, unknown> = {}, header: Record<string, unknown> = {}, signer = key) =>
  signJson(signer, { alg: 'ES256', kid: 'key-1', typ: 'logout+jwt', ...header }, { ...sound, ...change })

async function gist(token: string, wasUsed?: (issuer: string, id: string) => boolean) {
  const { verdict, logout, findings } = await judge(token, wasUsed)
  return { verdict, logout, rootCauses: findings.filter(({ rootCause }) => rootCause).map(({ code }) => code) }
}
const refusedFor = (cause: string) => ({ verdict: 'rejected', logout: null, rootCauses: [cause] })

test('a sound one says whose sessions end', async () => {
  const judgement = await judge(logoutToken(), () => false)
  expect(LogoutTokenJudgement.parse(judgement)).toEqual(judgement)
  expect(judgement).toMatchObject({
    verdict: 'accepted',
    logout: { issuer: ISSUER, subject: SUBJECT, sessionId: 'session-1', id: 'logout-1' },
  })
  expect(await gist(logoutToken({ sub: undefined }, { typ: undefined }))).toMatchObject({ verdict: 'accepted' })
})

describe('is refused with', () => {
  test.each([
    ['a nonce', logoutToken({ nonce: 'x' }), 'oidc.logout.nonce'],
    ['no event', logoutToken({ events: undefined }), 'oidc.logout.not-a-logout-token'],
    ['another event', logoutToken({ events: { x: {} } }), 'oidc.logout.not-a-logout-token'],
    ['another type', logoutToken({}, { typ: 'at+jwt' }), 'oidc.logout.not-a-logout-token'],
    ['nobody named', logoutToken({ sub: undefined, sid: '' }), 'oidc.logout.nobody'],
    ['no ID', logoutToken({ jti: undefined }), 'oidc.logout.no-id'],
    ['another issuer', logoutToken({ iss: 'https://evil.example' }), 'oidc.issuer.mismatch'],
    ['another audience', logoutToken({ aud: 'other' }), 'oidc.audience.mismatch'],
    ['no end', logoutToken({ exp: undefined }), 'oidc.expiry.missing'],
    ['its end past', logoutToken({ exp: at(-61) }), 'oidc.expiry.expired'],
    ['a foreign signature', logoutToken({}, {}, makeSigningKey('ES256')), 'oidc.signature.invalid'],
    ['an ID Token in its place', idToken(key), 'oidc.logout.not-a-logout-token'],
    ['alg none', logoutToken({}, { alg: 'none' }), 'oidc.algorithm.none'],
  ])('%s', async (_name, token, cause) => {
    expect(await gist(token)).toEqual(refusedFor(cause))
  })

  test('earlier use', async () => {
    expect(await gist(logoutToken(), (issuer, id) => issuer === ISSUER && id === 'logout-1')).toEqual(
      refusedFor('oidc.logout.seen'),
    )
  })
})
