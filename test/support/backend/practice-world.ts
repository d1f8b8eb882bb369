import type { ProviderDetail } from '#shared/http-api/provider.ts'
import { formsIn } from '../net/cookie-browser.ts'
import { runPracticeIdp } from '../practice-idp/running-practice-idp.ts'
import { openTestBackend } from './open-test-backend.ts'
import { type Page, TestBrowser } from './test-browser.ts'

/** Until the test is over: a backend, the practice identity provider, and a connection between them. @param atPractice changes the application's metadata before it is registered there */
export async function openPracticeWorld(
  config: Record<string, unknown> | ((idpUrl: string) => Record<string, unknown>),
  atPractice = (metadata: string) => metadata,
) {
  const backend = await openTestBackend()
  const tenant = await backend.organisation()
  const { idp, events } = await runPracticeIdp({ clock: backend.now }, null)
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
        ...(typeof config === 'function' ? config(idp.url) : config),
      },
    })
  ).body as { provider: ProviderDetail }
  if (provider.handOut === null) throw new Error('a SAML provider has a hand-out')
  idp.registerServiceProvider(atPractice(await (await fetch(provider.handOut.metadataUrl)).text()))
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
    events,
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
