import { expect, test } from 'vitest'
import { faultCodes, faultText } from '#shared/findings/catalogue.ts'
import { SamlFaultId } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import { MINUTE } from '#test/support/backend/open-test-backend.ts'
import { openPracticeWorld } from '#test/support/backend/practice-world.ts'
import { readStored } from '#test/support/backend/read-stored.ts'
import { formsIn } from '#test/support/net/cookie-browser.ts'

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
