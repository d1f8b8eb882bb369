import { expect, test } from 'vitest'
import { openPracticeWorld } from '#test/support/backend/practice-world.ts'
import { fieldOf, type Page } from '#test/support/backend/test-browser.ts'
import { formsIn } from '#test/support/net/cookie-browser.ts'

type World = Awaited<ReturnType<typeof openPracticeWorld>>

const withLogout = (idpUrl: string) => ({ idpSloUrl: `${idpUrl}/slo` })
const byPostAlone = (metadata: string) => metadata.replace(/<md:SingleLogoutService [^>]*HTTP-Redirect[^>]*\/>/, '')
const untouched = (metadata: string) => metadata

/** On, from server to server, by redirect or by the form that posts itself. */
async function goOn({ browser, idp }: World, from: Page): Promise<{ page: Page; bindings: string[] }> {
  let page = from
  /** How the identity provider sent what it sent. */
  const bindings: string[] = []
  for (;;) {
    const [form] = formsIn(page).filter(({ fields }) => 'SAMLRequest' in fields || 'SAMLResponse' in fields)
    const isTheirs = page.url.startsWith(idp.url)
    if (page.location !== undefined) {
      if (isTheirs) bindings.push('redirect')
      page = await browser.get(page.location.href)
    } else if (form !== undefined) {
      if (isTheirs) bindings.push('post')
      page = await browser.post(form.action, form.fields, { crossSite: true })
    } else return { page, bindings }
  }
}

const isInAtBackend = async ({ browser, url }: World) => (await browser.get(`${url}/`)).status === 200
const isInAtPractice = async ({ browser, idp }: World) =>
  (await browser.get(`${idp.url}/`)).text.includes('Signed in in this browser')

/** POST where the application takes no redirect. */
const ways = [
  ['redirect', untouched],
  ['post', byPostAlone],
] as const

test.each(ways)(
  'signing out at the application ends the session there; the answer goes back by %s',
  async (binding, change) => {
    const world = await openPracticeWorld(withLogout, change)
    const home = await world.signIn(world.provider.handOut!.startUrl)
    expect([await isInAtBackend(world), await isInAtPractice(world)]).toEqual([true, true])
    const out = await world.browser.post(`${world.url}/sign-out`, { formToken: fieldOf(home, 'formToken') })
    const { page: done, bindings } = await goOn(world, out)
    expect(bindings).toEqual([binding])
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('Here, and at your identity provider.')])
    expect([await isInAtBackend(world), await isInAtPractice(world)]).toEqual([false, false])
    expect(world.events.at(-1)).toEqual({ kind: 'signed-out', username: 'mira' })
  },
)

test.each(ways)(
  'signing out at the identity provider ends the session of the application, asked by %s',
  async (binding, change) => {
    const world = await openPracticeWorld(withLogout, change)
    await world.signIn(world.provider.handOut!.startUrl)
    const { page: done, bindings } = await goOn(world, await world.browser.post(`${world.idp.url}/sign-out`, {}))
    expect(bindings).toEqual([binding])
    expect([done.url.split('?')[0], done.status]).toEqual([`${world.idp.url}/slo`, 200])
    expect(done.text).toContain('Here, and at every application you opened from here.')
    expect([await isInAtBackend(world), await isInAtPractice(world)]).toEqual([false, false])
  },
)

test('an application that refuses the request stays where it is, and so does the browser', async () => {
  const world = await openPracticeWorld(withLogout)
  await world.signIn(world.provider.handOut!.startUrl)
  world.idp.setFaults(['other-key'])
  const { page } = await goOn(world, await world.browser.post(`${world.idp.url}/sign-out`, {}))
  expect([page.status, page.text]).toEqual([403, expect.stringContaining('This sign-out was not accepted')])
  expect([await isInAtBackend(world), await isInAtPractice(world)]).toEqual([true, false])
})
