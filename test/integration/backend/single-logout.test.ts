import { expect, test } from 'vitest'
import { judgeLogout } from '#main/checks/judge-logout.ts'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import {
  byPost,
  byRedirect,
  logoutRequest,
  logoutResponse,
  signOutUrlOf,
} from '#test/support/backend/logout-messages.ts'
import { MINUTE } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld, type SignInWorld } from '#test/support/backend/sign-in-world.ts'
import { fieldOf, TestBrowser } from '#test/support/backend/test-browser.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'

const idpSloUrl = 'https://idp.acme.example/slo'
const openWorld = () => openSignInWorld({ idpSloUrl })

async function signedIn(world: SignInWorld, nameId = 'ada-1', email = 'ada@acme.example'): Promise<TestBrowser> {
  const browser = new TestBrowser()
  await world.signIn(browser, { nameId, email })
  return browser
}

const isIn = async ({ url }: SignInWorld, browser: TestBrowser) => (await browser.get(`${url}/`)).status === 200

/** What we sent the browser to the identity provider with, judged as it would: by our published certificate. */
function judgeOurs(world: SignInWorld, location: URL | undefined, requestId?: string) {
  const { entityId, certificate } = world.provider.handOut!.serviceProvider
  const { x509, summary } = readCertificate(certificate.pem)
  return judgeLogout(
    { kind: 'redirect', query: location?.search ?? '' },
    {
      now: world.now(),
      policy: { ...defaultJudgingPolicy, mode: 'strict' },
      identityProvider: { entityId, certificates: [{ sha256: summary.sha256, x509 }] },
      serviceProvider: { logoutUrl: idpSloUrl, decryptionKeys: [] },
      requestId,
      stopwatch: undefined,
    },
  )
}

test.each(['redirect', 'post'] as const)(
  'the identity provider ends a session, asking by %s, and is answered',
  async (binding) => {
    const world = await openWorld()
    const ada = await signedIn(world)
    const bob = await signedIn(world, 'bob-1', 'bob@acme.example')
    const xml = logoutRequest(world, { id: '_theirs0123456789abcdef' })
    const { signing } = world.idp
    const page =
      binding === 'redirect'
        ? await ada.get(byRedirect(world, xml, { signer: signing, relayState: 'theirs' }))
        : await ada.post(
            signOutUrlOf(world),
            { SAMLRequest: byPost(xml, signing), RelayState: 'theirs' },
            { crossSite: true },
          )
    expect(page.status).toBe(303)
    expect(page.location?.href.startsWith(`${idpSloUrl}?SAMLResponse=`)).toBe(true)
    expect(page.location?.searchParams.get('RelayState')).toBe('theirs')
    const answer = judgeOurs(world, page.location, '_theirs0123456789abcdef')
    expect([answer.verdict, answer.logout?.kind, answer.signatures[0]?.verified]).toEqual([
      'accepted',
      'LogoutResponse',
      true,
    ])
    expect([await isIn(world, ada), await isIn(world, bob)]).toEqual([false, true])
  },
)

test('of several sessions of one person the one that is named ends; without a name all of them', async () => {
  const world = await openWorld()
  const [first, second] = [await signedIn(world), await signedIn(world)]
  const sessions = (await world.tenant.call('GET', '/sessions')).body.sessions
  expect(sessions).toHaveLength(2)
  const other = logoutRequest(world, { sessionIndex: '_no-such-session' })
  expect((await new TestBrowser().get(byRedirect(world, other, { signer: world.idp.signing }))).status).toBe(303)
  expect([await isIn(world, first), await isIn(world, second)]).toEqual([true, true])
  await new TestBrowser().get(byRedirect(world, logoutRequest(world), { signer: world.idp.signing }))
  expect([await isIn(world, first), await isIn(world, second)]).toEqual([false, false])
  const events = (await world.tenant.call('GET', '/audit')).body.events
  expect(events.filter(({ action }: { action: string }) => action === 'sso.session.ended')).toHaveLength(2)
})

test('nothing ends that is not signed by this connection’s key, addressed to it, fresh, and new', async () => {
  const world = await openWorld()
  const ada = await signedIn(world)
  const stranger = await makeSigningIdentity('rsa-2048', { commonName: 'other.example.com' })
  const { signing: signer } = world.idp
  const hour = 60 * MINUTE
  const bad: [string, string][] = [
    ['unsigned', byRedirect(world, logoutRequest(world), { signer: undefined })],
    ['another key', byRedirect(world, logoutRequest(world), { signer: stranger })],
    ['another issuer', byRedirect(world, logoutRequest(world, { issuer: 'https://other.example/entity' }), { signer })],
    [
      'another address',
      byRedirect(world, logoutRequest(world, { destination: 'https://other.example/slo' }), { signer }),
    ],
    [
      'old',
      byRedirect(world, logoutRequest(world, { issueInstant: new Date(world.now().getTime() - hour) }), { signer }),
    ],
    [
      'from the future',
      byRedirect(world, logoutRequest(world, { issueInstant: new Date(world.now().getTime() + hour) }), { signer }),
    ],
    ['changed', byRedirect(world, logoutRequest(world), { signer }).replace('SigAlg=', 'RelayState=x&SigAlg=')],
    ['garbage', `${signOutUrlOf(world)}&SAMLRequest=garbage`],
    ['empty', signOutUrlOf(world)],
  ]
  for (const [what, address] of bad) {
    const page = await ada.get(address)
    expect([what, page.status, page.text.includes('This sign-out was not accepted')]).toEqual([what, 403, true])
  }
  for (const parameter of ['SAMLRequest', 'Signature', 'RelayState']) {
    const sound = byRedirect(world, logoutRequest(world), { signer, relayState: 'x' })
    const value = new URL(sound).searchParams.get(parameter) ?? ''
    const page = await ada.get(`${sound}&${parameter}=${encodeURIComponent(value)}`)
    expect([parameter, page.status >= 400]).toEqual([parameter, true])
  }
  const unsigned = Buffer.from(logoutRequest(world)).toString('base64')
  expect((await ada.post(signOutUrlOf(world), { SAMLRequest: unsigned }, { crossSite: true })).status).toBe(403)
  expect(await isIn(world, ada)).toBe(true)
  const reasons = (await world.attempts()).map(({ reason }) => reason)
  expect(reasons.filter((reason) => reason === 'sign-out-refused').length).toBeGreaterThan(8)
})

test('a request is taken once: repeated, it does not end the session of a later sign-in', async () => {
  const world = await openWorld()
  await signedIn(world)
  const address = byRedirect(world, logoutRequest(world), { signer: world.idp.signing })
  expect((await new TestBrowser().get(address)).status).toBe(303)
  const later = await signedIn(world)
  expect((await new TestBrowser().get(address)).status).toBe(403)
  expect(await isIn(world, later)).toBe(true)
})

test('another connection’s identity provider ends nobody here, though it knows the name', async () => {
  const world = await openWorld()
  const ada = await signedIn(world)
  const other = await openSignInWorld({ idpSloUrl })
  const foreign = byRedirect(other, logoutRequest(other), { signer: other.idp.signing })
  const here = `${signOutUrlOf(world)}&${new URL(foreign).search.slice(1).replace(/connection=[^&]+&/, '')}`
  expect((await ada.get(here)).status).toBe(403)
  expect(await isIn(world, ada)).toBe(true)
})

test('a disabled connection answers no logout', async () => {
  const world = await openWorld()
  await world.tenant.call('PATCH', `/providers/${world.provider.id}`, { enabled: false })
  const address = byRedirect(world, logoutRequest(world), { signer: world.idp.signing })
  expect((await new TestBrowser().get(address)).status).toBe(404)
})

test('signing out here ends the session here first, then asks the identity provider, and says how that went', async () => {
  const world = await openWorld()
  const browser = new TestBrowser()
  const home = await world.signIn(browser)
  const stolen = new Map(browser.cookies)
  const out = await browser.post(`${world.url}/sign-out`, { formToken: fieldOf(home, 'formToken') })
  const thief = new TestBrowser()
  for (const [name, value] of stolen) thief.cookies.set(name, value)
  expect(await isIn(world, thief)).toBe(false)

  const asked = judgeOurs(world, out.location)
  expect([asked.verdict, asked.logout?.kind, asked.logout?.nameId]).toEqual(['accepted', 'LogoutRequest', 'ada-1'])
  expect(asked.signatures[0]?.verified).toBe(true)
  const relayState = out.location?.searchParams.get('RelayState') ?? ''
  const response = logoutResponse(world, asked.logout?.id ?? '')
  const strange = byRedirect(world, logoutResponse(world, '_another'), { signer: world.idp.signing, relayState })
  const address = byRedirect(world, response, { signer: world.idp.signing, relayState })
  const done = await browser.get(address)
  expect([done.status, done.text.includes('Here, and at your identity provider.')]).toEqual([200, true])
  expect((await browser.get(address)).status).toBe(403)
  expect((await browser.get(strange)).status).toBe(403)
})

test('an identity provider that could not end all is believed that, and the person is told', async () => {
  const world = await openWorld()
  const browser = new TestBrowser()
  const home = await world.signIn(browser)
  const out = await browser.post(`${world.url}/sign-out`, { formToken: fieldOf(home, 'formToken') })
  const asked = judgeOurs(world, out.location)
  const relayState = out.location?.searchParams.get('RelayState') ?? ''
  const xml = logoutResponse(world, asked.logout?.id ?? '').replace('status:Success', 'status:Responder')
  const page = await browser.get(byRedirect(world, xml, { signer: world.idp.signing, relayState }))
  expect([page.status, page.text.includes('could not end every session')]).toEqual([200, true])
})

test('without a logout URL of the identity provider signing out ends here, and its request is answered by a page', async () => {
  const world = await openSignInWorld()
  const browser = new TestBrowser()
  const home = await world.signIn(browser)
  const out = await browser.post(`${world.url}/sign-out`, { formToken: fieldOf(home, 'formToken') })
  expect(out.location?.pathname).toBe('/sign-in')
  const again = await signedIn(world)
  const page = await again.get(byRedirect(world, logoutRequest(world), { signer: world.idp.signing }))
  expect([page.status, page.text.includes('You are signed out')]).toEqual([200, true])
  expect(await isIn(world, again)).toBe(false)
})

test('the metadata names the logout address by both bindings', async () => {
  const world = await openWorld()
  const { metadataXml, signOutUrl } = world.provider.handOut!.serviceProvider
  expect(signOutUrl).toBe(`${world.url}/saml/logout?connection=${world.provider.id}`)
  expect(metadataXml.match(/<md:SingleLogoutService /g)).toHaveLength(2)
  expect(await (await fetch(world.provider.handOut!.metadataUrl)).text()).toBe(metadataXml)
})
