import { describe, expect, test } from 'vitest'
import type { LookUpTxt } from '#main/net/look-up-txt.ts'
import { CLIENT_SECRET, openOpenidWorld } from '#test/support/backend/openid-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

test('the sign-in page leads an SSO domain to its OpenID provider, and the person comes back signed in', async () => {
  const world = await openOpenidWorld()
  const browser = new TestBrowser()
  const asked = await world.start(browser)
  expect(asked.origin).toBe(world.op.issuer)
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'claimcheck-client',
    redirect_uri: world.relyingParty.redirectUri,
    scope: 'openid email profile',
    code_challenge_method: 'S256',
  })
  for (const secret of ['state', 'nonce', 'code_challenge']) {
    expect(asked.searchParams.get(secret)).toMatch(/^[\w-]{43}$/)
  }
  const home = await world.comeBack(browser, world.op.authorize(asked.href))
  expect(home.text).toContain('You are signed in to Acme as Ada Lovelace')
  expect(await world.attempts()).toMatchObject([{ result: 'accepted', reason: null, connectionId: world.provider.id }])
  expect(await membersOf(world)).toEqual(['owner@acme.example owner', 'ada@example.com member'])
})

test('neither state nor nonce nor client secret is stored', async () => {
  const world = await openOpenidWorld()
  const browser = new TestBrowser()
  const asked = await world.start(browser)
  await world.comeBack(browser, world.op.authorize(asked.href))
  const stored = await world.everyByteStored()
  expect(stored.includes(world.provider.id)).toBe(true)
  const { searchParams } = asked
  for (const secret of [searchParams.get('state'), searchParams.get('nonce'), CLIENT_SECRET]) {
    expect(stored.includes(secret!)).toBe(false)
  }
})

test('an account is known by issuer and subject, whatever becomes of the address', async () => {
  const world = await openOpenidWorld()
  await world.signIn(new TestBrowser())
  world.lieAbout({ claims: { email: 'ada.king@example.com', given_name: 'Augusta' } })
  const home = await world.signIn(new TestBrowser())
  expect(home.text).toContain('You are signed in to Acme as Augusta Lovelace')
  world.lieAbout({ claims: { sub: 'somebody-else', email: 'other@example.com' }, userInfo: { sub: 'somebody-else' } })
  await world.signIn(new TestBrowser())
  expect(await membersOf(world)).toEqual([
    'owner@acme.example owner',
    'ada.king@example.com member',
    'other@example.com member',
  ])
})

test('who was invited has the role of the invitation, and groups may give another', async () => {
  const world = await openOpenidWorld({ lie: { claims: { groups: ['engineering'] } } })
  await world.tenant.call('POST', '/invitations', { email: 'ada@example.com', role: 'viewer' })
  await world.signIn(new TestBrowser())
  expect(await membersOf(world)).toContain('ada@example.com viewer')
  const groupRoles = [{ group: 'engineering', role: 'admin' }]
  expect((await world.tenant.call('PATCH', '/policy', { groupSync: 'every-sign-in', groupRoles })).status).toBe(200)
  await world.signIn(new TestBrowser())
  expect(await membersOf(world)).toContain('ada@example.com admin')
})

describe('whose word an address is taken on', () => {
  const unknown = { claims: { email_verified: undefined } }
  const refused = { reason: 'response-refused', codes: ['oidc.claim.email.verification-unknown'] }

  test('nobody comes in by an address that nobody has verified', async () => {
    const world = await openOpenidWorld({ lie: unknown })
    expect((await world.signIn(new TestBrowser())).status).toBe(403)
    expect((await world.attempts())[0]).toMatchObject(refused)
    world.lieAbout({ claims: { email_verified: undefined, xms_edov: true } })
    expect((await world.signIn(new TestBrowser())).status).toBe(200)
  })

  test('the provider is believed for a domain that the organisation has proven, and then not against its own word', async () => {
    const dns = new Map<string, string>()
    const lookUpTxt: LookUpTxt = async (name) => ({ kind: 'found', texts: [dns.get(name) ?? ''] })
    const world = await openOpenidWorld({ lie: unknown, config: { emailTrust: 'provider' }, options: { lookUpTxt } })
    expect((await world.signIn(new TestBrowser())).status).toBe(403)
    expect((await world.attempts())[0]).toMatchObject(refused)
    const verify = () => world.tenant.call('POST', `/providers/${world.provider.id}/verify`)
    const { record } = (await verify()).body.domains[0]
    dns.set(record.name, record.value)
    expect((await verify()).body.verified).toBe(true)
    expect((await world.signIn(new TestBrowser())).text).toContain('You are signed in')
    world.lieAbout({ claims: { email_verified: false } })
    expect((await world.signIn(new TestBrowser())).status).toBe(403)
    expect((await world.attempts())[0]?.codes).toEqual(['oidc.claim.email.unverified'])
  })

  test('an address of another domain opens nothing, though it is verified', async () => {
    const world = await openOpenidWorld({ lie: { claims: { email: 'owner@acme.example' } } })
    expect((await world.signIn(new TestBrowser())).status).toBe(403)
    expect((await world.attempts())[0]?.codes).toEqual(['oidc.claim.email.foreign-domain'])
    expect(await membersOf(world)).toEqual(['owner@acme.example owner'])
  })
})

describe('the provider begins', () => {
  test('where the connection allows it, it is asked as if the person had come to us', async () => {
    const world = await openOpenidWorld({ config: { allowIdpInitiated: true } })
    const { initiateLoginUrl } = world.relyingParty
    for (const method of ['get', 'post'] as const) {
      const browser = new TestBrowser()
      const asked = { iss: world.op.issuer, login_hint: 'ada', target_link_uri: 'https://evil.example/' }
      const page =
        method === 'get'
          ? await browser.get(`${initiateLoginUrl}?${new URLSearchParams(asked)}`)
          : await browser.post(initiateLoginUrl, asked, { crossSite: true })
      expect(page.location?.searchParams.get('login_hint')).toBe('ada')
      const home = await world.comeBack(browser, world.op.authorize(page.location!.href))
      expect(home.text).toContain('You are signed in')
      expect(new URL(home.url).origin).toBe(world.url)
    }
  })

  test('another issuer begins nothing, and nobody does where it is not allowed', async () => {
    const world = await openOpenidWorld({ config: { allowIdpInitiated: true } })
    const { initiateLoginUrl } = world.relyingParty
    const foreign = await new TestBrowser().get(`${initiateLoginUrl}?iss=${encodeURIComponent('https://evil.example')}`)
    expect([foreign.status, foreign.location]).toEqual([403, undefined])
    expect((await world.attempts())[0]?.reason).toBe('initiator-unknown')
    await world.tenant.call('PATCH', `/providers/${world.provider.id}`, { config: { allowIdpInitiated: null } })
    const page = await new TestBrowser().get(`${initiateLoginUrl}?iss=${encodeURIComponent(world.op.issuer)}`)
    expect(page.status).toBe(404)
  })
})

describe('what goes wrong is said plainly, and stands in the log', () => {
  test('the person cancels, or has no access at the provider', async () => {
    const world = await openOpenidWorld({
      lie: {
        callback: (parameters) => {
          parameters.delete('code')
          parameters.set('error', 'access_denied')
          parameters.set('error_description', '<b>AADSTS50105</b> you shall not pass')
        },
      },
    })
    const page = await world.signIn(new TestBrowser())
    expect(page.status).toBe(403)
    expect(page.text).toContain('you cancelled, or you have no access to this application there')
    expect(page.text).not.toContain('AADSTS50105')
    const [attempt] = await world.attempts()
    expect(attempt).toMatchObject({ reason: 'provider-declined', codes: ['oidc.callback.access-denied'] })
    expect(page.text).toContain(attempt!.id)
  })

  test.each([
    ['it describes another issuer', { document: { issuer: 'https://evil.example' } }, 'discovery.issuer.mismatch'],
    [
      'its token endpoint is not protected',
      { document: { token_endpoint: 'http://op.example/token' } },
      'discovery.endpoints.insecure',
    ],
  ])('%s', async (_name, lie, code) => {
    const world = await openOpenidWorld({ lie })
    const page = await new TestBrowser().get(world.relyingParty.startUrl)
    expect(page.status).toBe(502)
    expect(page.text).toContain('Your identity provider is not set up as it should be')
    expect((await world.attempts())[0]).toMatchObject({ reason: 'provider-invalid', codes: [code] })
  })

  test('nothing answers there', async () => {
    const world = await openOpenidWorld({
      config: { discoveryUrl: 'http://127.0.0.1:1/.well-known/openid-configuration' },
    })
    const page = await new TestBrowser().get(world.relyingParty.startUrl)
    expect([page.status, page.text.includes('does not answer')]).toEqual([502, true])
    expect((await world.attempts())[0]?.reason).toBe('provider-unreached')
  })

  test('where only public addresses may be asked, no provider of the inner network is', async () => {
    const world = await openOpenidWorld({ options: { allowPrivateAddresses: false } })
    expect((await new TestBrowser().get(world.relyingParty.startUrl)).status).toBe(502)
    expect((await world.attempts())[0]?.reason).toBe('provider-unreached')
  })
})

type World = Awaited<ReturnType<typeof openOpenidWorld>>

async function membersOf({ tenant }: World): Promise<string[]> {
  const { members } = (await tenant.call('GET', '/members')).body
  return members.map(({ email, role }: { email: string; role: string }) => `${email} ${role}`)
}
