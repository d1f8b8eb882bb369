import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { CLIENT, CLIENT_SECRET, openOpenidWorld } from '#test/support/backend/openid-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'
import type { Lie } from '#test/support/oidc/lying-provider.ts'

const GOOGLE = 'https://accounts.google.com'

describe('Google', () => {
  /** As it answers: `iss` of its own in the answer, hosted domain and address in the token. */
  const lie = (claims: Record<string, unknown>): Lie => ({
    document: { issuer: GOOGLE },
    claims: { iss: GOOGLE, ...claims },
    callback: (parameters) => parameters.set('iss', GOOGLE),
  })
  const open = (claims: Record<string, unknown>) => openOpenidWorld({ issuer: () => GOOGLE, lie: lie(claims) })

  test('asks for accounts of the domain, and lets in who has one', async () => {
    const world = await open({ hd: 'example.com' })
    const browser = new TestBrowser()
    expect((await world.start(browser)).searchParams.get('hd')).toBe('example.com')
    expect((await world.signIn(browser)).text).toContain('You are signed in to Acme as Ada Lovelace')
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['a private account', { hd: undefined }, 'oidc.tenant.missing'],
    ['an account of another organisation', { hd: 'other.example' }, 'oidc.tenant.mismatch'],
    [
      'an address of another domain',
      { hd: 'example.com', email: 'a@other.example' },
      'oidc.claim.email.foreign-domain',
    ],
    ['an address that is not verified', { hd: 'example.com', email_verified: false }, 'oidc.claim.email.unverified'],
  ])('%s stays outside', async (_name, claims, code) => {
    const world = await open(claims)
    expect((await world.signIn(new TestBrowser())).status).toBe(403)
    expect((await world.attempts())[0]?.codes).toEqual([code])
  })
})

describe('Microsoft Entra ID', () => {
  const [ours, other] = ['72f988bf-86f1-41af-91ab-2d7cd011db47', '11111111-2222-4333-8444-555555555555']
  const template = '{tenantid}'
  const issuerOf = (origin: string, tenant: string) => `${origin}/${tenant}/v2.0`

  /** Its document holds the template, its tokens name the tenant and whether the domain's owner vouches; it names itself in no answer. */
  async function open(configured: string, config: Record<string, unknown>) {
    const world = await openOpenidWorld({ issuer: (origin) => issuerOf(origin, configured), config })
    const { issuer: origin } = world.op
    const document = {
      issuer: issuerOf(origin, template),
      authorization_response_iss_parameter_supported: false,
    }
    const signInAs = (claims: Record<string, unknown>) => {
      const all = { email_verified: undefined, xms_edov: true, ...claims }
      world.lieAbout({ document, claims: all, callback: (parameters) => parameters.delete('iss') })
      return world.signIn(new TestBrowser())
    }
    return { world, signInAs, of: (tenant: string) => issuerOf(origin, tenant) }
  }

  test.each([
    ['one tenant', ours, {}],
    ['many tenants, of which one may sign in', template, { tenants: [ours] }],
  ])('%s', async (_name, configured, config) => {
    const { world, signInAs, of } = await open(configured, config)
    expect((await signInAs({ iss: of(ours), tid: ours })).text).toContain('You are signed in to Acme as Ada Lovelace')
    expect((await signInAs({ iss: of(other), tid: other })).status).toBe(403)
    const foreign = configured === template ? 'oidc.tenant.mismatch' : 'oidc.issuer.mismatch'
    expect((await world.attempts())[0]?.codes).toContain(foreign)
    expect((await signInAs({ iss: of(other), tid: ours })).status).toBe(403)
    expect((await world.attempts())[0]?.codes).toContain('oidc.issuer.mismatch')
  })

  test('an address that the domain’s owner does not vouch for opens nothing (nOAuth)', async () => {
    const { world, signInAs, of } = await open(template, { tenants: [ours] })
    for (const xms_edov of [undefined, false]) {
      expect((await signInAs({ iss: of(ours), tid: ours, xms_edov })).status).toBe(403)
      expect((await world.attempts())[0]?.codes).toEqual(['oidc.claim.email.verification-unknown'])
    }
  })

  test('an issuer for everybody is refused without a list of tenants', async () => {
    const { world } = await open(template, { tenants: [ours] })
    const change = { config: { tenants: null } }
    expect(await world.tenant.call('PATCH', `/providers/${world.provider.id}`, change)).toMatchObject({
      status: 400,
      body: { error: 'validation', message: expect.stringContaining('config.tenants') },
    })
  })
})

describe('Google on every plan', () => {
  const hidden = { clientId: CLIENT, clientSecret: CLIENT_SECRET, domains: ['google.example'] }

  test('it is set up, changed and ended without an enterprise licence; other single sign-on is not', async () => {
    const { organisation } = await openTestBackend()
    const { call } = await organisation({ plan: 'free' })
    expect((await call('GET', '/google')).body).toEqual({ google: null })
    expect((await call('PUT', '/google', { ...hidden, clientSecret: undefined })).status).toBe(400)
    const made = await call('PUT', '/google', hidden)
    expect(made).toMatchObject({ status: 200, body: { google: { enabled: false, domains: ['google.example'] } } })
    const changed = await call('PUT', '/google', { ...hidden, clientSecret: undefined, enabled: true })
    expect(changed.body.google).toMatchObject({ id: made.body.google.id, enabled: true })
    expect(JSON.stringify([made.body, changed.body])).not.toContain(CLIENT_SECRET)
    expect((await call('GET', '/providers')).body).toMatchObject({ error: 'enterprise_required' })
    for (const domains of [['gmail.com'], ['acme']])
      expect((await call('PUT', '/google', { ...hidden, domains })).status).toBe(400)
    expect((await call('DELETE', '/google')).status).toBe(200)
    expect((await call('DELETE', '/google')).status).toBe(404)
  })

  test('who has such an address is led to Google from the sign-in page', async () => {
    const { organisation, url } = await openTestBackend()
    const { call } = await organisation({ plan: 'free' })
    const { google } = (await call('PUT', '/google', { ...hidden, enabled: true })).body
    const form = { email: 'ada@google.example', with: 'single-sign-on' }
    const page = await new TestBrowser().post(`${url}/sign-in`, form)
    expect(page.location?.href).toBe(google.redirectUri.replace('callback', 'start'))
  })
})
