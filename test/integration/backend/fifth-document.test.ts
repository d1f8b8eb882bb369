import { expect, test } from 'vitest'
import { callWith, openTestBackend, type TestOrganisation } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { fieldOf, TestBrowser } from '#test/support/backend/test-browser.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'

/** The requests of the API's own document, as they are written there; only the certificate is a real one. */

const saml = (pem: string) => ({
  type: 'saml',
  issuer: 'https://idp.acme.com',
  domain: 'acme.com',
  enabled: true,
  config: {
    idpEntityId: 'https://idp.acme.com/entity',
    idpSsoUrl: 'https://idp.acme.com/sso',
    idpCertificate: pem,
  },
})

const oidc = {
  type: 'oidc',
  issuer: 'https://accounts.google.com',
  domain: 'acme.com',
  enabled: true,
  config: {
    clientId: 'your-client-id',
    clientSecret: 'your-client-secret',
    discoveryUrl: 'https://accounts.google.com/.well-known/openid-configuration',
  },
}

const pem = (await makeSigningIdentity()).certificate.summary.pem

test('register a SAML provider', async () => {
  const { call } = await atlas()
  const { status, body } = await call('POST', '/providers', saml(pem))
  expect(status).toBe(201)
  const { id } = body.provider
  expect(body.provider).toMatchObject(saml(pem))
  expect(body.provider.ssoEnforced).toBe(false)
  expect(await call('GET', `/providers/${id}`)).toMatchObject({ status: 200, body })
  const list = await call('GET', '/providers')
  expect(list).toMatchObject({ status: 200, body: { total: 1, providers: [{ id, type: 'saml', domain: 'acme.com' }] } })
  expect(list.body.providers[0]).not.toHaveProperty('config')
  const changed = await call('PATCH', `/providers/${id}`, { config: { idpSsoUrl: 'https://idp.acme.com/sso2' } })
  expect(changed.status).toBe(200)
  expect(changed.body.provider.config).toEqual({ ...saml(pem).config, idpSsoUrl: 'https://idp.acme.com/sso2' })
  const gone = await call('DELETE', `/providers/${id}`)
  expect(gone).toMatchObject({ status: 200, body: { message: expect.any(String) } })
  expect(await call('GET', `/providers/${id}`)).toMatchObject({ status: 404, body: { error: 'not_found' } })
})

test('register an OIDC provider: its secret is never answered, and its mask means "unchanged"', async () => {
  const { call } = await atlas()
  const { status, body } = await call('POST', '/providers', oidc)
  expect(status).toBe(201)
  expect(JSON.stringify(body)).not.toContain('your-client-secret')
  const { id, config, configurationSha256 } = body.provider
  const same = await call('PATCH', `/providers/${id}`, {
    config: { clientId: 'another', clientSecret: config.clientSecret },
  })
  expect(same.body.provider.config).toEqual({ ...config, clientId: 'another' })
  const back = await call('PATCH', `/providers/${id}`, { config: { clientId: 'your-client-id' } })
  expect(back.body.provider.configurationSha256).toBe(configurationSha256)
  const other = await call('PATCH', `/providers/${id}`, { config: { clientSecret: 'a new secret' } })
  expect(other.body.provider.configurationSha256).not.toBe(configurationSha256)
  expect(await call('POST', '/providers', { ...oidc, domain: 'x.com', config })).toMatchObject({
    status: 400,
    body: { error: 'validation', message: expect.stringContaining('config.clientSecret') },
  })
})

test('enabled is false unless it is given', async () => {
  const { call } = await atlas()
  const { enabled: _, ...unsaid } = saml(pem)
  expect((await call('POST', '/providers', unsaid)).body.provider.enabled).toBe(false)
})

test('a domain belongs to one provider of all organisations', async () => {
  const { call, another } = await atlas()
  await call('POST', '/providers', saml(pem))
  const refusal = {
    status: 409,
    body: { error: 'conflict', message: expect.stringMatching(/^Domain already claimed by another SSO provider\./) },
  }
  expect(await call('POST', '/providers', { ...oidc, domain: ' ACME.com ' })).toMatchObject(refusal)
  expect(await another.call('POST', '/providers', saml(pem))).toMatchObject(refusal)
  const engineering = await call('POST', '/providers', { ...saml(pem), domain: 'engineering.acme.com' })
  expect(engineering.status).toBe(201)
  const moved = await call('PATCH', `/providers/${engineering.body.provider.id}`, { domain: 'acme.com' })
  expect(moved).toMatchObject(refusal)
})

test('of twenty claims at once exactly one gets the domain', async () => {
  const { call, another } = await atlas()
  const claims = Array.from({ length: 20 }, (_, index) => (index % 2 ? call : another.call)('POST', '/providers', oidc))
  const statuses = (await Promise.all(claims)).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([201, ...Array(19).fill(409)])
})

test('domains are lower-case DNS names', async () => {
  const { call } = await atlas()
  for (const domain of [
    'acme',
    '-acme.com',
    'acme-.com',
    'acme..com',
    'acme.com.',
    'a_b.com',
    'user@acme.com',
    '10.0.0.1',
    `${'a'.repeat(64)}.com`,
    '',
  ]) {
    const { status, body } = await call('POST', '/providers', { ...oidc, domain })
    expect({ domain, status, error: body.error }).toEqual({ domain, status: 400, error: 'validation' })
    expect(body.message).toContain('domain')
  }
})

test('check, enable and disable enforcement', async () => {
  const { call, orgId } = await atlas()
  expect(await call('GET', '/enforcement')).toMatchObject({ status: 200, body: { enforced: false, orgId } })
  expect(await call('PUT', '/enforcement', { enforced: true })).toMatchObject({
    status: 400,
    body: {
      error: 'no_provider',
      message:
        'Cannot enforce SSO without at least one active SSO provider. Create and enable a SAML or OIDC provider first.',
    },
  })
  const { id } = (await call('POST', '/providers', { ...saml(pem), enabled: false })).body.provider
  expect((await call('PUT', '/enforcement', { enforced: true })).status).toBe(400)
  await call('PATCH', `/providers/${id}`, { enabled: true })
  expect(await call('PUT', '/enforcement', { enforced: true })).toMatchObject({
    status: 200,
    body: { enforced: true, orgId },
  })
  const later = await call('POST', '/providers', { ...oidc, domain: 'later.com' })
  expect(later.body.provider.ssoEnforced).toBe(true)
  expect(
    (await call('GET', '/providers')).body.providers.map((one: { ssoEnforced: boolean }) => one.ssoEnforced),
  ).toEqual([true, true])
  expect(await call('PUT', '/enforcement', { enforced: false })).toMatchObject({
    status: 200,
    body: { enforced: false, orgId },
  })
})

const endpoints = (id: string) =>
  [
    ['GET', '/providers', undefined],
    ['GET', `/providers/${id}`, undefined],
    ['POST', '/providers', saml(pem)],
    ['PATCH', `/providers/${id}`, { issuer: 'https://idp.acme.com' }],
    ['GET', '/enforcement', undefined],
    ['PUT', '/enforcement', { enforced: true }],
    ['DELETE', `/providers/${id}`, undefined],
  ] as const

test('without an enterprise plan every endpoint answers enterprise_required', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation({ plan: 'business' })
  for (const [method, path, body] of endpoints(`conn_${'0'.repeat(22)}`)) {
    expect({ method, path, answer: await call(method, path, body) }).toMatchObject({
      answer: { status: 403, body: { error: 'enterprise_required', message: expect.any(String) } },
    })
  }
})

test('every endpoint needs an admin: no key is 401, a member 403', async () => {
  const world = await openSignInWorld()
  const browser = new TestBrowser()
  await world.signIn(browser)
  const member = callWith(world.url, browser.cookies.get('claimcheck-session') ?? '')
  const nobody = callWith(world.url, 'not-a-key')
  for (const [method, path, body] of endpoints(world.provider.id)) {
    expect({ method, path, ...(await member(method, path, body)) }).toMatchObject({ status: 403 })
    expect({ method, path, ...(await nobody(method, path, body)) }).toMatchObject({ status: 401 })
  }
  expect((await world.tenant.call('GET', '/providers')).body.total).toBe(1)
})

test('what enforcement does to users who are there', async () => {
  const world = await openTestBackend()
  const password = 'the password of alice'
  const { call } = await world.organisation({ owner: 'alice@acme.com', ownerPassword: password })
  await call('PATCH', '/policy', { ssoRedirectUrl: 'idp-url' })
  await call('POST', '/providers', saml(pem))
  const signIn = async (browser: TestBrowser) => {
    const asked = await browser.post(`${world.url}/sign-in`, { email: 'alice@acme.com', with: 'password' })
    const form = { email: 'alice@acme.com', password, formToken: fieldOf(asked, 'formToken') }
    return browser.post(`${world.url}/sign-in/password`, form, { headers: { accept: 'application/json' } })
  }
  const signedIn = new TestBrowser()
  expect((await signIn(signedIn)).status).toBe(303)
  const form = await prepared(world.url)
  await call('PUT', '/enforcement', { enforced: true })

  const body = { email: 'alice@acme.com', password, formToken: form.formToken }
  const refused = await form.browser.post(`${world.url}/sign-in/password`, body, {
    headers: { accept: 'application/json' },
  })
  expect([refused.status, JSON.parse(refused.text)]).toEqual([
    403,
    {
      error: 'SSO is required for this workspace. Please sign in via your identity provider.',
      ssoRedirectUrl: 'https://idp.acme.com/sso',
    },
  ])
  expect((await signedIn.get(`${world.url}/`)).text).toContain('alice@acme.com')
  expect((await call('GET', '/enforcement')).status).toBe(200)
  await call('PUT', '/enforcement', { enforced: false })
  expect((await signIn(new TestBrowser())).status).toBe(303)
  const chosen = await new TestBrowser().post(`${world.url}/sign-in`, { email: 'alice@acme.com' })
  expect(chosen.location?.pathname).toBe('/saml/start')
})

/** A browser that has the password form before passwords are refused. */
async function prepared(url: string) {
  const browser = new TestBrowser()
  const asked = await browser.post(`${url}/sign-in`, { email: 'alice@acme.com', with: 'password' })
  return { browser, formToken: fieldOf(asked, 'formToken') }
}

async function atlas(): Promise<TestOrganisation & { another: TestOrganisation }> {
  const { organisation } = await openTestBackend()
  return { ...(await organisation()), another: await organisation({ organisation: 'Another' }) }
}
