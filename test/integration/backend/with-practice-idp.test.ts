import { expect, test } from 'vitest'
import { faultCodes, faultText } from '#shared/findings/catalogue.ts'
import type { ProviderDetail } from '#shared/http-api/provider.ts'
import { SamlFaultId } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import { MINUTE, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { readStored } from '#test/support/backend/read-stored.ts'
import { type Page, TestBrowser } from '#test/support/backend/test-browser.ts'
import { formsIn } from '#test/support/net/cookie-browser.ts'
import { runPracticeIdp } from '#test/support/practice-idp/running-practice-idp.ts'

test.each(['redirect', 'post'] as const)('a practice person signs in, asked by %s', async (idpSsoBinding) => {
  const world = await openPracticeWorld({ idpSsoBinding })
  const page = await world.signIn(world.provider.handOut!.startUrl)
  expect(page.text).toContain('You are signed in to Acme as Mira Okafor')
  expect((await world.tenant.call('GET', '/members')).body.total).toBe(2)
})

test('the practice identity provider may begin where the connection allows it', async () => {
  const world = await openPracticeWorld({ allowIdpInitiated: true })
  const { entityId } = world.provider.handOut!.serviceProvider
  const asked = await world.signIn(`${world.idp.url}/idp-initiated?sp=${encodeURIComponent(entityId)}`)
  expect(asked.text).toContain('Sign in to Acme?')
  const [form] = formsIn({ ...asked, url: world.url })
  const home = await world.browser.follow(await world.browser.post(form!.action, form!.fields))
  expect(home.text).toContain('You are signed in to Acme as Mira Okafor')
})

/** What reaches the ACS URL with an error in it; warnings let people in, and the rest never arrives. */
const refused = SamlFaultId.options.filter((fault) => {
  const { finding, shows } = faultCatalogue[fault]
  const severity = faultCodes.find((code) => code === finding)
  return shows === 'login' && severity !== undefined && faultText(severity).severity !== 'warning'
})

test('whatever the practice identity provider makes wrong is refused for the reason that a test login names', async () => {
  const world = await openPracticeWorld({})
  const told: [string, string | undefined, number][] = []
  for (const fault of refused) {
    world.idp.setFaults([fault])
    world.browser.cookies.clear()
    const page = await world.signIn(world.provider.handOut!.startUrl)
    const [attempt] = await readStored(world.options.dataFolder, world.tenant.orgId, (stores) =>
      stores.signInAttempts.list(1),
    )
    told.push([fault, attempt?.codes[0], page.status])
    // Sign-ins are limited by the minute.
    world.advance(MINUTE)
  }
  expect(told).toEqual(refused.map((fault) => [fault, faultCatalogue[fault].finding, 403]))
  expect((await world.tenant.call('GET', '/members')).body.total).toBe(1)
})

async function openPracticeWorld(config: Record<string, unknown>) {
  const backend = await openTestBackend()
  const tenant = await backend.organisation()
  const { idp } = await runPracticeIdp({ clock: backend.now }, null)
  const { provider } = (
    await tenant.call('POST', '/providers', {
      type: 'saml',
      issuer: 'Practice',
      domain: 'example.com',
      enabled: true,
      config: {
        idpEntityId: idp.entityId,
        idpSsoUrl: `${idp.url}/sso`,
        idpCertificate: idp.signing.certificate.summary.pem,
        ...config,
      },
    })
  ).body as { provider: ProviderDetail }
  idp.registerServiceProvider(await (await fetch(provider.handOut!.metadataUrl)).text())
  const browser = new TestBrowser()
  const formOf = (page: Page, field: string) => {
    const form = formsIn(page).find(({ fields }) => field in fields)
    if (form === undefined) throw new Error(`no ${field} on ${page.url}: ${page.text}`)
    return form
  }
  return {
    ...backend,
    tenant,
    idp,
    provider,
    browser,
    /** From where the login begins, through the identity provider's pages, to where the browser ends. */
    async signIn(start: string): Promise<Page> {
      let page = await browser.get(start)
      if (page.location !== undefined) page = await browser.get(page.location.href)
      if (page.text.includes('SAMLRequest')) {
        const request = formOf(page, 'SAMLRequest')
        page = await browser.post(request.action, request.fields, { crossSite: true })
      }
      page = await browser.follow(page)
      const form = formOf(page, 'username')
      page = await browser.follow(
        await browser.post(form.action, { ...form.fields, username: 'mira', password: 'mira-practice' }),
      )
      const answer = formOf(page, 'SAMLResponse')
      return browser.follow(await browser.post(answer.action, answer.fields, { crossSite: true }))
    },
  }
}
