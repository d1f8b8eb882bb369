import { expect, test } from 'vitest'
import { callRoute } from '#main/net/call-route.ts'
import { judgeOidcChangeTest, previewChange, startChangeTest } from '#shared/http-api/change-trial.ts'
import { changeDraft, createDraft, publishDraft } from '#shared/http-api/draft.ts'
import { judgeOidcLoginTest, startLoginTest } from '#shared/http-api/login-test.ts'
import { SECRET_MASK } from '#shared/http-api/provider.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { CLIENT, CLIENT_SECRET } from '#test/support/backend/openid-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'
import { type Lie, startLyingProvider } from '#test/support/oidc/lying-provider.ts'

test('a draft is tested with its redirect URI, published as it was tested, enabled, and signs people in', async () => {
  const { api, call, op, url, testOf } = await draftWorld()
  const { draft: empty } = await callRoute(createDraft, { ...api, body: { type: 'oidc', domains: ['example.com'] } })
  expect(empty).toMatchObject({ type: 'oidc', config: {}, handOut: null, configurationSha256: null })
  expect(empty.relyingParty?.redirectUri).toBe(`${url}/openid/${empty.id}/callback`)
  const params = { id: empty.id }
  expect(await call('POST', `/providers/${empty.id}/test`)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining('config.clientId is missing') },
  })
  const { draft } = await callRoute(changeDraft, { ...api, params, body: { issuer: op.issuer, config: op.config } })
  expect(draft.config).toEqual({ ...op.config, clientSecret: SECRET_MASK })
  expect(await call('POST', `/drafts/${draft.id}/publish`, {})).toMatchObject({
    status: 409,
    body: { error: 'not_tested' },
  })

  const { judgement, outcome, receipt, exchanges } = await testOf(draft.id)
  expect(judgement).toMatchObject({ verdict: 'accepted', identity: { profile: { email: 'ada@example.com' } } })
  expect(outcome).toEqual({ kind: 'created', role: 'member' })
  expect(receipt).toMatchObject({ verdict: 'accepted', configurationSha256: draft.configurationSha256 })
  expect(exchanges.map(({ url: asked }) => new URL(asked).pathname)).toEqual(['/token', '/me'])
  expect(JSON.stringify(exchanges)).not.toContain(CLIENT_SECRET)
  expect((await call('GET', '/members')).body.total).toBe(1)

  const { provider } = await callRoute(publishDraft, { ...api, params, body: { receipt } })
  expect(provider).toMatchObject({ id: draft.id, type: 'oidc', issuer: op.issuer, enabled: false })
  expect(provider.configurationSha256).toBe(draft.configurationSha256)
  expect((await call('PATCH', `/providers/${draft.id}`, { enabled: true })).status).toBe(200)
  const browser = new TestBrowser()
  const { location } = await browser.get(provider.relyingParty!.startUrl)
  const callback = op.authorize(location!.href)
  const home = await browser.follow(await browser.get(`${provider.relyingParty!.redirectUri}?${callback}`))
  expect(home.text).toContain('You are signed in to Acme as Ada Lovelace')
})

test('a test finds what a sign-in would, makes no session, and its answer opens no door', async () => {
  const { call, op, made, start, judge } = await draftWorld({ claims: { aud: 'another' } })
  const { id } = await made()
  const begun = await start(id)
  expect(begun.request).toBeNull()
  const callback = op.authorize(begun.start.url)
  const page = await new TestBrowser().get(`${begun.acsUrl}?${callback}`)
  expect(page.status).toBe(404)
  const judged = await judge(id, begun.id, callback)
  expect(judged.body).toMatchObject({ judgement: { verdict: 'rejected', identity: null }, outcome: null })
  expect(judged.body.receipt).toMatchObject({
    verdict: 'rejected',
    codes: expect.arrayContaining(['oidc.audience.mismatch']),
  })
  expect(await judge(id, begun.id, callback)).toMatchObject({ status: 409, body: { error: 'conflict' } })
  expect((await call('GET', '/sessions')).body.total).toBe(0)
})

test('what cannot be judged is refused and says why', async () => {
  const { call, op, made, start, judge } = await draftWorld()
  const { id } = await made()
  const begun = await start(id)
  const callback = op.authorize(begun.start.url)
  const other = new URLSearchParams({ ...Object.fromEntries(callback), state: 'another' })
  expect((await judge(id, begun.id, other)).body.message).toContain('another state')
  const saml = { samlResponse: 'PHg+', relayState: null }
  expect((await call('POST', `/providers/${id}/test/${begun.id}/response`, saml)).body.message).toContain('/callback')
  expect((await judge(id, begun.id, callback)).body.judgement.verdict).toBe('accepted')
  const late = await start(id)
  await call('PATCH', `/drafts/${id}`, { config: { clientId: 'changed' } })
  expect(await judge(id, late.id, op.authorize(late.start.url))).toMatchObject({
    status: 409,
    body: { message: expect.stringContaining('was changed during the test') },
  })
  await call('PATCH', `/drafts/${id}`, { issuer: 'https://another.example' })
  expect(await call('POST', `/providers/${id}/test`)).toMatchObject({
    status: 409,
    body: { message: expect.stringContaining('discovery.issuer.mismatch') },
  })
})

test('a change of a provider, its secret included, is tested before it is made', async () => {
  const { api, call, op, made, testOf } = await draftWorld()
  const { id } = await made()
  const { receipt } = await testOf(id)
  await call('POST', `/drafts/${id}/publish`, { receipt })
  await call('PATCH', `/providers/${id}`, { enabled: true })
  const body = { config: { clientSecret: 'the secret after next month' } }
  const params = { id }
  expect(await call('PATCH', `/providers/${id}`, body)).toMatchObject({ status: 409, body: { error: 'not_tested' } })
  expect((await callRoute(previewChange, { ...api, params, body })).preview).toMatchObject({
    tested: false,
    config: { clientSecret: SECRET_MASK },
  })
  const { test: begun } = await callRoute(startChangeTest, { ...api, params, body })
  const callback = op.authorize(begun.start.url).toString()
  const judged = await callRoute(judgeOidcChangeTest, {
    ...api,
    params: { id, testId: begun.id },
    body: { change: body, callback },
  })
  expect(judged.judgement.verdict).toBe('accepted')
  expect((await callRoute(previewChange, { ...api, params, body })).preview.tested).toBe(true)
  expect((await call('PATCH', `/providers/${id}`, body)).status).toBe(200)
})

/** A backend that wants receipts, and a provider that lies if it is told to. */
async function draftWorld(lie: Lie = {}) {
  const world = await openTestBackend({ clock: () => new Date() })
  const { apiKey, call } = await world.organisation({ policies: { requireTestReceipt: true } })
  const api = { baseUrl: world.url, apiKey }
  const op = await startLyingProvider(CLIENT, lie)
  const discoveryUrl = `${op.issuer}/.well-known/openid-configuration`
  const config = { clientId: CLIENT, clientSecret: CLIENT_SECRET, discoveryUrl }
  const start = async (id: string) => (await call('POST', `/providers/${id}/test`)).body.test
  const judge = (id: string, testId: string, callback: URLSearchParams) =>
    call('POST', `/providers/${id}/test/${testId}/callback`, { callback: callback.toString() })
  const draft = { type: 'oidc', issuer: op.issuer, domains: ['example.com'], config }
  return {
    ...{ api, call, start, judge, url: world.url, op: { ...op, config } },
    made: async () => (await call('POST', '/drafts', draft)).body.draft,
    testOf: async (id: Parameters<typeof callRoute<typeof startLoginTest>>[1]['params']['id']) => {
      const { test: begun } = await callRoute(startLoginTest, { ...api, params: { id } })
      const callback = op.authorize(begun.start.url).toString()
      return callRoute(judgeOidcLoginTest, { ...api, params: { id, testId: begun.id }, body: { callback } })
    },
  }
}
