import { expect, test } from 'vitest'
import { html } from '#main/backend/http/pages/html.ts'
import { providers } from '#shared/providers/provider-catalogue.ts'
import { MINUTE } from '#test/support/backend/open-test-backend.ts'
import { openSetupWorld } from '#test/support/backend/setup-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

test('somebody without an account sets up a connection, tests it and switches it on', async () => {
  const world = await openSetupWorld({}, { policies: { requireTestReceipt: true } })
  const { browser, setupUrl, tenant, idp } = world
  const first = await browser.follow(await browser.get(setupUrl))
  expect(first).toMatchObject({ status: 200, text: expect.stringContaining('asks you to connect') })
  const values = await browser.follow(await browser.post(`${setupUrl}/provider`, { provider: 'okta' }))
  expect(values.text).toContain(`/saml/acs?connection=${world.setupLink.connectionId}`)
  expect(values.text).toContain('Audience URI (SP Entity ID)')
  await world.registerThere()
  const handedIn = await world.handIn()
  expect(handedIn.text).toContain('This metadata can be used.')
  expect(handedIn.text).toContain(idp.entityId)

  const verdict = await world.runTest()
  expect(verdict).toMatchObject({ status: 200, text: expect.stringContaining('The test login worked') })
  expect(verdict.text).toMatch(/mira[\w.]*@example\.com/)
  expect(browser.cookies.has('claimcheck-session')).toBe(false)
  expect((await tenant.call('GET', '/members')).body.total).toBe(1)
  expect((await tenant.call('GET', '/setup-link')).body.setupLink).toMatchObject({
    provider: 'custom-saml',
    lastTest: { verdict: 'accepted' },
  })

  const back = await browser.follow(await browser.get(`${world.url}/setup/continue`))
  expect(back.url).toBe(`${setupUrl}/test`)
  const done = await browser.post(`${setupUrl}/finish`, {})
  expect(done.text).toContain('Single sign-on is active')
  const { providers: made } = (await tenant.call('GET', '/providers')).body
  expect(made).toMatchObject([{ id: world.setupLink.connectionId, enabled: true, domains: ['example.com'] }])
  expect((await tenant.call('GET', '/setup-link')).body.setupLink.state).toBe('completed')
  expect((await browser.get(`${setupUrl}/test`)).status).toBe(410)
  expect((await browser.post(`${setupUrl}/metadata`, { url: idp.metadataUrl })).status).toBe(410)
})

test('the test may run on another device, and the wizard knows of it', async () => {
  const world = await openSetupWorld()
  await world.registerThere()
  await world.handIn()
  const telephone = new TestBrowser()
  expect((await world.runTest(telephone)).text).toContain('The test login worked')
  expect((await world.browser.get(`${world.setupUrl}/test`)).text).toContain('Finish: switch the connection on')
})

test('what was not tested, or was changed since, is not switched on', async () => {
  const world = await openSetupWorld()
  await world.registerThere()
  await world.handIn()
  const finish = () => world.browser.post(`${world.setupUrl}/finish`, {})
  expect(await finish()).toMatchObject({ status: 409, text: expect.stringContaining('has not been tested') })
  world.idp.setFaults(['wrong-audience'])
  const refused = await world.runTest()
  expect(refused.text).toContain('The test login did not work yet')
  expect(refused.text).toContain('saml.audience.mismatch')
  expect((await finish()).status).toBe(409)
  world.idp.setFaults([])
  await world.runTest(new TestBrowser())
  await world.tenant.call('PATCH', `/drafts/${world.setupLink.connectionId}`, {
    config: { idpSsoUrl: `${world.idp.url}/sso?changed` },
  })
  expect((await world.browser.get(`${world.setupUrl}/test`)).text).toContain('Changed since the last test')
  expect((await finish()).status).toBe(409)
  expect((await world.tenant.call('GET', '/providers')).body.total).toBe(0)
})

test('where domains have to be proven first, an administrator switches it on', async () => {
  const world = await openSetupWorld({}, { policies: { requireDomainVerification: true } })
  await world.registerThere()
  await world.handIn()
  await world.runTest()
  expect((await world.browser.post(`${world.setupUrl}/finish`, {})).text).toContain('Your part is done')
  expect((await world.tenant.call('GET', '/providers')).body.providers).toMatchObject([{ enabled: false }])
})

test('a link that was revoked, replaced, too old or never made opens nothing, and says the same', async () => {
  const world = await openSetupWorld()
  const { browser, tenant } = world
  const gone = async (url: string) => {
    const page = await browser.get(`${url}/provider`)
    expect(page.status).toBe(410)
    return page.text.replace(/nonce="[^"]*"/g, '')
  }
  const stranger = await gone(`${world.url}/setup/${'A'.repeat(43)}`)
  const second = (await tenant.call('POST', '/setup-link', { domains: ['example.com'], days: 1 })).body.setupUrl
  expect(await gone(world.setupUrl)).toBe(stranger)
  expect((await browser.get(`${second}/provider`)).status).toBe(200)
  world.advance(24 * 60 * MINUTE)
  expect(await gone(second)).toBe(stranger)
  const third = (await tenant.call('POST', '/setup-link', { domains: ['example.com'] })).body.setupUrl
  await tenant.call('DELETE', '/setup-link')
  expect(await gone(third)).toBe(stranger)
})

test('an answer that no test waits for opens nothing', async () => {
  const world = await openSetupWorld()
  await world.registerThere()
  await world.handIn()
  const acs = `${world.url}/saml/acs?connection=${world.setupLink.connectionId}`
  const unasked = await world.browser.post(acs, { SAMLResponse: 'PHgvPg==', RelayState: 'x' }, { crossSite: true })
  expect(unasked).toMatchObject({ status: 403, text: expect.stringContaining('belongs to no test') })
  await world.tenant.call('DELETE', '/setup-link')
  const without = await world.browser.post(acs, { SAMLResponse: 'PHgvPg==' }, { crossSite: true })
  expect(without.status).toBe(404)
})

test('metadata that is none, is broken or cannot be reached is told, and changes nothing', async () => {
  const world = await openSetupWorld()
  await world.browser.post(`${world.setupUrl}/provider`, { provider: 'okta' })
  const handIn = (form: Record<string, string>) => world.browser.post(`${world.setupUrl}/metadata`, form)
  expect(await handIn({ text: '<html><body>Sign in</body></html>' })).toMatchObject({
    status: 400,
    text: expect.stringContaining('This is a web page, not metadata.'),
  })
  expect((await handIn({ url: 'file:///etc/passwd' })).status).toBe(400)
  expect((await handIn({ url: `${world.url}/nothing-here` })).text).toContain('aria-invalid="true"')
  const metadata = await (await fetch(world.idp.metadataUrl)).text()
  const stale = metadata.replace('<md:EntityDescriptor ', '<md:EntityDescriptor validUntil="2020-01-01T00:00:00Z" ')
  expect(stale).not.toBe(metadata)
  expect((await handIn({ text: stale })).text).toContain('Your metadata cannot be used yet')
  expect((await world.tenant.call('GET', `/drafts/${world.setupLink.connectionId}`)).body.draft.config).toEqual({})
  expect((await handIn({ text: metadata })).text).toContain('Your metadata is in use')
})

test('a served backend asks no machine of its own network for a stranger', async () => {
  const world = await openSetupWorld({ allowPrivateAddresses: false })
  const page = await world.handIn()
  expect(page).toMatchObject({ status: 400, text: expect.stringContaining('class="fault"') })
  expect((await world.tenant.call('GET', `/drafts/${world.setupLink.connectionId}`)).body.draft.config).toEqual({})
})

test('each provider’s steps are in its own words', async () => {
  const world = await openSetupWorld()
  for (const [id, provider] of Object.entries(providers)) {
    if (!(provider.protocols as readonly string[]).includes('saml')) continue
    await world.browser.post(`${world.setupUrl}/provider`, { provider: id })
    const values = await world.browser.get(`${world.setupUrl}/values`)
    const words = [provider.labels.acsUrl, provider.claims.where, provider.assignPilot]
    for (const word of words) expect(values.text).toContain(html`${word}`.text)
  }
})
