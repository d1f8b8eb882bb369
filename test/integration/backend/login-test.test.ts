import { expect, test } from 'vitest'
import { callRoute } from '#main/net/call-route.ts'
import { createDraft, publishDraft } from '#shared/http-api/draft.ts'
import { judgeLoginTest, startLoginTest } from '#shared/http-api/login-test.ts'
import { changeProvider } from '#shared/http-api/provider.ts'
import { MINUTE, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { readStored } from '#test/support/backend/read-stored.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'
import { makeTestIdentityProvider, readRequest } from '#test/support/backend/test-identity-provider.ts'

test('a draft is tested, published as it was tested, enabled, and signs people in', async () => {
  const { idp, call, api, url, now, handIn } = await draftWorld()
  const { draft } = await callRoute(createDraft, { ...api, body: { domains: ['acme.example'], config: idp.config } })
  expect(draft.handOut!.serviceProvider.entityId).toMatch(/^urn:claimcheck:org_\w{22}:conn_\w{22}$/)
  expect(draft.handOut!.serviceProvider.acsUrl).toBe(`${url}/saml/acs?connection=${draft.id}`)
  expect(await (await fetch(draft.handOut!.metadataUrl)).text()).toBe(draft.handOut!.serviceProvider.metadataXml)

  const { judgement, outcome, receipt } = await handIn(draft)
  expect(judgement).toMatchObject({ verdict: 'accepted', identity: { profile: { email: 'ada@acme.example' } } })
  expect(outcome).toEqual({ kind: 'created', role: 'member' })
  expect(receipt).toMatchObject({ verdict: 'accepted', configurationSha256: draft.configurationSha256 })
  expect((await call('GET', '/members')).body.total).toBe(1)

  const params = { id: draft.id }
  const { provider } = await callRoute(publishDraft, { ...api, params, body: { receipt } })
  expect(provider).toMatchObject({
    id: draft.id,
    enabled: false,
    issuer: idp.config.idpEntityId,
    domain: 'acme.example',
  })
  expect(provider.configurationSha256).toBe(draft.configurationSha256)
  expect(provider.handOut).toEqual(draft.handOut)
  expect((await call('GET', `/drafts/${draft.id}`)).status).toBe(404)

  const enabled = await callRoute(changeProvider, { ...api, params, body: { enabled: true } })
  expect(enabled.provider.enabled).toBe(true)
  const browser = new TestBrowser()
  const start = await browser.get(provider.handOut!.startUrl)
  const { requestId, relayState } = readRequest(start.location!)
  const response = idp.respond({ handOut: draft.handOut!, now: now(), requestId })
  const form = { SAMLResponse: response, RelayState: relayState }
  const home = await browser.follow(
    await browser.post(provider.handOut!.serviceProvider.acsUrl, form, { crossSite: true }),
  )
  expect(home.text).toContain('You are signed in to Acme as Ada Lovelace')
})

test('where the policy wants a receipt nothing untested goes live', async () => {
  const { idp, call, api, handIn } = await draftWorld()
  const { draft } = await callRoute(createDraft, { ...api, body: { domains: ['acme.example'], config: idp.config } })
  const notTested = { status: 409, body: { error: 'not_tested' } }
  const publish = (receipt?: unknown) =>
    call('POST', `/drafts/${draft.id}/publish`, receipt === undefined ? {} : { receipt })
  expect(await publish()).toMatchObject(notTested)
  const failed = await handIn(draft, { audience: 'https://another.example' })
  expect(failed).toMatchObject({ judgement: { verdict: 'rejected', identity: null }, outcome: null })
  expect(failed.receipt.codes).toContain('saml.audience.mismatch')
  expect(await publish(failed.receipt)).toMatchObject(notTested)
  expect(await publish({ ...failed.receipt, verdict: 'accepted' })).toMatchObject(notTested)
  const { receipt } = await handIn(draft)
  await call('PATCH', `/drafts/${draft.id}`, { config: { idpSsoUrl: 'https://idp.acme.example/another' } })
  expect(await publish(receipt)).toMatchObject(notTested)
  await call('PATCH', `/drafts/${draft.id}`, { config: { idpSsoUrl: idp.config.idpSsoUrl } })
  expect((await publish(receipt)).status).toBe(201)

  const direct = { type: 'saml', issuer: 'x', domain: 'direct.example', config: idp.config }
  expect(await call('POST', '/providers', { ...direct, enabled: true })).toMatchObject(notTested)
  const { id } = (await call('POST', '/providers', direct)).body.provider
  expect(await call('PATCH', `/providers/${id}`, { enabled: true })).toMatchObject(notTested)
  expect(await call('PATCH', `/providers/${draft.id}`, { enabled: true })).toMatchObject({ status: 200 })
  const other = { config: { idpSsoUrl: 'https://idp.acme.example/another' } }
  expect(await call('PATCH', `/providers/${draft.id}`, other)).toMatchObject(notTested)
  expect((await call('PUT', '/enforcement', { enforced: true })).status).toBe(200)
})

test('a provider is tested like a draft, and its receipt enables it', async () => {
  const { idp, call, handIn } = await draftWorld()
  const body = { type: 'saml', issuer: 'x', domain: 'acme.example', config: idp.config }
  const { provider } = (await call('POST', '/providers', body)).body
  await handIn(provider)
  expect((await call('PATCH', `/providers/${provider.id}`, { enabled: true })).status).toBe(200)
})

test('a test makes no session and no user, and its answer opens no door', async () => {
  const { idp, call, api, now, folder, orgId } = await draftWorld()
  const body = { type: 'saml', issuer: 'x', domain: 'acme.example', config: { ...idp.config, allowIdpInitiated: true } }
  const { provider } = (await call('POST', '/providers', body)).body
  const params = { id: provider.id }
  const first = (await callRoute(startLoginTest, { ...api, params })).test
  const samlResponse = idp.respond({ handOut: provider.handOut, now: now(), requestId: first.request!.id })
  const { relayState } = readRequest(new URL(first.start.url))
  const judged = await callRoute(judgeLoginTest, {
    ...api,
    params: { ...params, testId: first.id },
    body: { samlResponse, relayState },
  })
  await call('PATCH', `/providers/${provider.id}`, { enabled: true })
  expect(judged.judgement.verdict).toBe('accepted')
  const browser = new TestBrowser()
  for (const form of [{ SAMLResponse: samlResponse, RelayState: relayState }, { SAMLResponse: samlResponse }]) {
    const page = await browser.post(provider.handOut.serviceProvider.acsUrl, form, { crossSite: true })
    expect(page.status).toBe(403)
  }
  expect(browser.cookies.has('claimcheck-session')).toBe(false)
  expect((await call('GET', '/members')).body.total).toBe(1)
  const actions = await readStored(folder, orgId, async ({ audit }) => (await audit.list()).map(({ action }) => action))
  expect(actions).toEqual([
    'sso.organisation.created',
    'sso.provider.created',
    'sso.test.judged',
    'sso.provider.changed',
  ])
})

test('a test waits ten minutes, is judged once, and only for what it tested', async () => {
  const { idp, call, api, now, advance } = await draftWorld()
  const { draft } = await callRoute(createDraft, { ...api, body: { domains: ['acme.example'], config: idp.config } })
  const begin = async () => (await call('POST', `/providers/${draft.id}/test`)).body.test
  const judge = (test: { id: string; request: { id: string }; start: { url: string } }) =>
    call('POST', `/providers/${draft.id}/test/${test.id}/response`, {
      samlResponse: idp.respond({ handOut: draft.handOut!, now: now(), requestId: test.request.id }),
      relayState: readRequest(new URL(test.start.url)).relayState,
    })
  const once = await begin()
  expect((await judge(once)).status).toBe(200)
  expect(await judge(once)).toMatchObject({ status: 409, body: { error: 'conflict' } })
  const late = await begin()
  advance(10 * MINUTE)
  expect(await judge(late)).toMatchObject({ status: 404, body: { error: 'not_found' } })
  const overtaken = await begin()
  await call('PATCH', `/drafts/${draft.id}`, { domains: ['acme.example', 'acme.test'] })
  expect(await judge(overtaken)).toMatchObject({ status: 409 })
  const unreadable = await begin()
  const { relayState } = readRequest(new URL(unreadable.start.url))
  const garbage = { samlResponse: '%%%', relayState }
  expect(await call('POST', `/providers/${draft.id}/test/${unreadable.id}/response`, garbage)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining('samlResponse is not Base64') },
  })
  for (const other of [null, '', `${relayState}x`]) {
    const body = { samlResponse: 'PHgvPg==', relayState: other }
    expect(await call('POST', `/providers/${draft.id}/test/${unreadable.id}/response`, body)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('relayState is not what was sent') },
    })
  }
  expect((await judge(unreadable)).status).toBe(200)
})

test('an incomplete draft says what it lacks', async () => {
  const { idp, call, api } = await draftWorld()
  const { draft } = await callRoute(createDraft, { ...api, body: {} })
  expect(draft).toMatchObject({ issuer: null, domains: [], config: {}, configurationSha256: null })
  const lacks = (message: string) => ({
    status: 400,
    body: { error: 'validation', message: expect.stringContaining(message) },
  })
  const publish = () => call('POST', `/drafts/${draft.id}/publish`, {})
  expect(await call('POST', `/providers/${draft.id}/test`)).toMatchObject(lacks('config.idpEntityId is missing'))
  expect(await publish()).toMatchObject(lacks('config.idpEntityId is missing'))
  await call('PATCH', `/drafts/${draft.id}`, { config: { ...idp.config } })
  expect(await publish()).toMatchObject(lacks('domain is empty'))
  expect((await call('DELETE', `/drafts/${draft.id}`)).status).toBe(200)
  expect((await call('DELETE', `/drafts/${draft.id}`)).status).toBe(404)
})

async function draftWorld() {
  const world = await openTestBackend()
  const tenant = await world.organisation({ policies: { requireTestReceipt: true } })
  const idp = await makeTestIdentityProvider()
  const api = { baseUrl: world.url, apiKey: tenant.apiKey }
  /** A whole test of a draft or provider, with a message of the test's making. */
  const handIn = async (
    { id, handOut }: { id: string; handOut: Parameters<typeof idp.respond>[0]['handOut'] | null },
    change: Parameters<typeof idp.respond>[1] = {},
  ) => {
    const begun = (await tenant.call('POST', `/providers/${id}/test`)).body.test
    const samlResponse = idp.respond({ handOut: handOut!, now: world.now(), requestId: begun.request.id }, change)
    const { relayState } = readRequest(new URL(begun.start.url))
    const answer = await tenant.call('POST', `/providers/${id}/test/${begun.id}/response`, { samlResponse, relayState })
    expect(answer.status).toBe(200)
    return answer.body
  }
  return { ...world, ...tenant, idp, api, handIn, folder: world.options.dataFolder }
}
