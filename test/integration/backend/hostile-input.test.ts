import { fetch } from 'undici'
import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

const SCRIPT = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`

test('what others wrote is text on every page, and no script', async () => {
  const world = await openSignInWorld({ idpEntityId: 'urn:idp', allowIdpInitiated: true }, { organisation: SCRIPT })
  const pages = []
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  const message = world.idp.respond(
    { handOut: world.provider.handOut!, now: world.now(), requestId },
    {
      issuer: 'urn:idp',
      attributes: [
        { name: 'email', values: ['ada@acme.example'] },
        { name: 'given_name', values: [SCRIPT] },
        { name: 'family_name', values: [SCRIPT] },
      ],
    },
  )
  const home = await browser.follow(await world.post(browser, message, relayState))
  expect(home.text).toContain('You are signed in to &quot;&gt;&lt;script&gt;')
  pages.push(home)
  pages.push(await browser.post(`${world.url}/sign-in`, { email: `${SCRIPT}@x.example` }))
  pages.push(await browser.get(`${world.url}/saml/start?connection=${encodeURIComponent(SCRIPT)}`))
  pages.push(await browser.get(`${world.url}/${encodeURIComponent(SCRIPT)}`))
  pages.push(await world.post(browser, Buffer.from(`<x>${SCRIPT}</x>`).toString('base64'), SCRIPT))
  for (const { url, text, headers } of pages) {
    expect({ url, raw: text.includes('<script>alert') || text.includes('<img src=x') }).toEqual({ url, raw: false })
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test('a body cannot reach into prototypes, and a text is no list', async () => {
  const world = await openSignInWorld()
  const { call, apiKey } = world.tenant
  const raw = async (body: string) => {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    const answer = await fetch(`${world.url}/api/v1/admin/sso/policy`, { method: 'PATCH', headers, body })
    return { status: answer.status, body: await answer.json() }
  }
  for (const body of [
    '{"__proto__": {"jitEnabled": false}}',
    '{"constructor": {"prototype": {"jitEnabled": false}}}',
    '{"jitEnabled": [false]}',
    '{"jitEnabled": "false"}',
    '[]',
    '"text"',
    'null',
    '{"jitEnabled": false',
  ]) {
    expect({ sent: body, ...(await raw(body)) }).toMatchObject({
      sent: body,
      status: 400,
      body: { error: 'validation' },
    })
  }
  expect(({} as { jitEnabled?: unknown }).jitEnabled).toBeUndefined()
  expect((await call('GET', '/policy')).body.policy.jitEnabled).toBe(true)
  expect((await call('GET', '/members?limit=1&limit=2')).status).toBe(400)
})

test('a form that has a field twice is refused, whichever of them is good', async () => {
  const world = await openSignInWorld()
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  const message = world.respond(requestId)
  const acsUrl = world.provider.handOut?.serviceProvider.acsUrl ?? ''
  const twice: [string, string][][] = [
    [
      ['SAMLResponse', message],
      ['SAMLResponse', message],
      ['RelayState', relayState],
    ],
    [
      ['SAMLResponse', message],
      ['RelayState', relayState],
      ['RelayState', relayState],
    ],
  ]
  for (const fields of twice) {
    const answer = await fetch(acsUrl, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'https://idp.example.com', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
    expect(answer.status).toBe(400)
  }
  expect((await world.tenant.call('GET', '/sessions')).body.total).toBe(0)
  expect((await browser.follow(await world.post(browser, message, relayState))).text).toContain('You are signed in to')
})

test('an identity provider speaks for the domains of its connection, and for nobody else’s address', async () => {
  const world = await openSignInWorld()
  const { call } = world.tenant
  await call('POST', '/invitations', { email: 'ceo@other.example' })
  for (const [index, email] of [
    'ceo@other.example',
    'ada@sub.acme.example',
    'ada@acme.example.other.example',
    'ada@acme.example@other.example',
    '"ada@acme.example"@other.example',
    'ada@other.example,ada@acme.example',
    'ada@аcme.example',
    'acme.example',
    '@acme.example',
    'ada@acme.example\u200b',
    '<ada@acme.example>',
  ].entries()) {
    const browser = new TestBrowser()
    const { requestId, relayState } = await world.start(browser)
    const message = world.respond(requestId, { email, nameId: `n${index}` })
    const page = await browser.follow(await world.post(browser, message, relayState))
    expect({ email, signedIn: page.text.includes('You are signed in to') }).toEqual({ email, signedIn: false })
  }
  expect((await call('GET', '/members')).body.total).toBe(1)
  expect((await call('GET', '/sessions')).body.total).toBe(0)
})

test('without a certificate that can be trusted nothing is saved, and no switch does without', async () => {
  const world = await openSignInWorld()
  const { call } = world.tenant
  const path = `/providers/${world.provider.id}`
  for (const config of [
    { idpCertificate: null },
    { idpCertificate: '' },
    { idpCertificate: '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----' },
    { idpCertificate: world.idp.signing.certificate.summary.pem.slice(0, 200) },
    { wantAssertionsSigned: false },
    { validateSignatures: false },
  ]) {
    expect({ config, ...(await call('PATCH', path, { config })) }).toMatchObject({ config, status: 400 })
  }
  const { idpCertificate: _, ...without } = world.idp.config
  const provider = { type: 'saml', issuer: 'x', domain: 'new.example', config: without }
  expect(await call('POST', '/providers', provider)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining('config.idpCertificate is missing') },
  })
  expect((await world.signIn(new TestBrowser())).text).toContain('You are signed in to')
})
