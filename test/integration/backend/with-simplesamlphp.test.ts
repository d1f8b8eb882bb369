import { describe, expect, test } from 'vitest'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import type { Draft } from '#shared/http-api/draft.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { formsIn, type VisitedPage } from '#test/support/net/cookie-browser.ts'
import { ada, hasSimpleSamlPhp, runSimpleSamlPhp } from '#test/support/simplesamlphp/run-simplesamlphp.ts'
import { signInThere, simpleSamlPhpBrowser } from '#test/support/simplesamlphp/sign-in.ts'

/** Each side is told of the other as two administrators would: draft and hand-out first, then the identity provider, then live. */
async function openWorld(config: Record<string, unknown> = {}) {
  // It reads the clock itself, so the backend does too.
  const backend = await openTestBackend({ clock: () => new Date() })
  const tenant = await backend.organisation({ organisation: 'Example', owner: 'owner@example.org' })
  const { draft } = (await tenant.call('POST', '/drafts', { issuer: 'SimpleSAMLphp', domains: ['example.com'] }))
    .body as { draft: Draft }
  const { serviceProvider, startUrl } = draft.handOut!
  const { entityId, acsUrl, signOutUrl, certificate } = serviceProvider
  const settings = { SingleLogoutService: signOutUrl, 'sign.logout': true, 'validate.logout': true }
  const idp = await runSimpleSamlPhp([{ entityId, acsUrl, certificate: readCertificate(certificate.pem), settings }])
  const idpSloUrl = idp.ssoUrl.replace('SSOService', 'SingleLogoutService')
  const { entityId: idpEntityId, ssoUrl: idpSsoUrl, signer } = idp
  await tenant.call('PATCH', `/drafts/${draft.id}`, {
    config: { idpEntityId, idpSsoUrl, idpSloUrl, idpCertificate: signer.certificate.summary.pem, ...config },
  })
  const published = await tenant.call('POST', `/drafts/${draft.id}/publish`, {})
  const enabled = await tenant.call('PATCH', `/providers/${draft.id}`, { enabled: true })
  expect([published.status, enabled.status, enabled.body.provider.enabled]).toEqual([201, 200, true])
  const browser = simpleSamlPhpBrowser()
  /** From its sign-in page, where the person fills in what it asks, to where we let them in. */
  const throughIts = async (start: string) => post(await signInThere(browser, await browser.get(start)), 'SAMLResponse')
  /** A page that would post itself. */
  const post = (page: VisitedPage, field: string) => {
    const form = formsIn(page).find(({ fields }) => field in fields)
    if (form === undefined) throw new Error(`no ${field} on ${page.url}: ${page.text}`)
    return browser.post(form.action, form.fields)
  }
  return { ...backend, tenant, idp, idpSloUrl, entityId, startUrl, browser, throughIts, post }
}

const liveSessions = async ({ tenant }: Awaited<ReturnType<typeof openWorld>>) =>
  (await tenant.call('GET', '/sessions')).body.total as number

describe.skipIf(!hasSimpleSamlPhp)('SimpleSAMLphp', () => {
  test('signs a person in whom we sent there, and out again when they sign out here', async () => {
    const world = await openWorld()
    const home = await world.throughIts(world.startUrl)
    expect(home.text).toContain('You are signed in to Example as Ada Lovelace')
    expect(await liveSessions(world)).toBe(1)

    const out = await world.post(home, 'formToken')
    expect(out.text).toContain('Here, and at your identity provider.')
    expect(await liveSessions(world)).toBe(0)
    // It has no session left either: it asks for the password again.
    const again = await world.browser.get(world.startUrl)
    expect(formsIn(again).some(({ fields }) => 'password' in fields)).toBe(true)
  })

  test('signs in a person who begins there, where the connection allows it, after one question', async () => {
    const world = await openWorld({ allowIdpInitiated: true })
    const start = `${world.idp.ssoUrl}?spentityid=${encodeURIComponent(world.entityId)}`
    const asked = await world.throughIts(start)
    expect(asked.text).toContain('Sign in to Example?')
    expect(asked.text).toContain(ada.attributes.email[0])
    expect(await liveSessions(world)).toBe(0)
    const home = await world.post(asked, 'handle')
    expect(home.text).toContain('You are signed in to Example as Ada Lovelace')
    expect(await liveSessions(world)).toBe(1)
  })

  test('begins there where the connection does not allow it: nobody is let in', async () => {
    const world = await openWorld()
    const page = await world.throughIts(`${world.idp.ssoUrl}?spentityid=${encodeURIComponent(world.entityId)}`)
    expect([page.status, page.text.includes('You could not be signed in')]).toEqual([403, true])
    expect(await liveSessions(world)).toBe(0)
  })

  test('ends our session when the person signs out there, and takes our answer', async () => {
    const world = await openWorld()
    await world.throughIts(world.startUrl)
    expect(await liveSessions(world)).toBe(1)
    const returnTo = `${new URL(world.idp.ssoUrl).origin}/logout.php`
    const page = await world.browser.get(`${world.idpSloUrl}?ReturnTo=${encodeURIComponent(returnTo)}`)
    expect(page.url.startsWith(returnTo)).toBe(true)
    expect(await liveSessions(world)).toBe(0)
    expect((await world.browser.get(`${world.url}/`)).url).toBe(`${world.url}/sign-in`)
  })
})
