import { expect, test } from 'vitest'
import { addressIn, askForLink, followLink, readOutbox } from '#test/support/backend/links.ts'
import { MINUTE, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { readStored } from '#test/support/backend/read-stored.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { fieldOf, TestBrowser } from '#test/support/backend/test-browser.ts'

const owner = 'owner@elsewhere.example'

async function openWorld() {
  const world = await openTestBackend()
  return { ...world, tenant: await world.organisation({ owner }) }
}

test('a link signs in whoever reads the mail, in another browser too, once', async () => {
  const world = await openWorld()
  const asked = await askForLink(world, new TestBrowser(), 'Owner@Elsewhere.example')
  expect(asked.text).toContain('Look into your mail')
  const [mail] = await readOutbox(world.tenant, 1)
  expect(mail).toMatchObject({ to: owner, subject: 'Sign in to Acme' })
  const address = addressIn(mail!)
  const elsewhere = new TestBrowser()
  const home = await followLink(elsewhere, address)
  expect(home.text).toContain(`You are signed in to Acme as ${owner}`)
  expect(home.text).toContain('<dd>Link by mail</dd>')
  const again = await followLink(new TestBrowser(), address)
  expect([again.status, again.text.includes('This link works no more')]).toEqual([410, true])
})

test('opening the address takes nothing: mail programs do that before their reader', async () => {
  const world = await openWorld()
  await askForLink(world, new TestBrowser(), owner)
  const address = addressIn((await readOutbox(world.tenant, 1))[0]!)
  for (let times = 0; times < 3; times += 1) {
    const page = await new TestBrowser().get(address)
    expect(page.status).toBe(200)
    expect(page.headers.getSetCookie().join()).not.toContain('claimcheck-session')
  }
  const browser = new TestBrowser()
  const page = await browser.get(address)
  const foreign = await new TestBrowser().post(address, { formToken: fieldOf(page, 'formToken') })
  expect(foreign.status).toBe(403)
  expect((await followLink(browser, address)).text).toContain('You are signed in')
})

test('a link works for 15 minutes, and a newer one takes its place', async () => {
  const world = await openWorld()
  await askForLink(world, new TestBrowser(), owner)
  const first = addressIn((await readOutbox(world.tenant, 1))[0]!)
  world.advance(MINUTE)
  await askForLink(world, new TestBrowser(), owner)
  const second = addressIn((await readOutbox(world.tenant, 2))[0]!)
  expect((await followLink(new TestBrowser(), first)).status).toBe(410)
  world.advance(15 * MINUTE)
  expect((await followLink(new TestBrowser(), second)).status).toBe(410)
  expect((await world.tenant.call('GET', '/outbox')).body.mails).toEqual([])
})

test('nobody learns whether an address is known: one page for all, and no mail to strangers', async () => {
  const world = await openWorld()
  const browser = new TestBrowser()
  const known = await askForLink(world, browser, owner)
  const unknown = await askForLink(world, browser, 'nobody@elsewhere.example')
  const same = (text: string) => text.replace(/nonce="\w+"|owner@|nobody@/g, '')
  expect([unknown.status, same(unknown.text)]).toEqual([known.status, same(known.text)])
  expect((await readOutbox(world.tenant, 1)).map(({ to }) => to)).toEqual([owner])
})

test('nothing that is stored signs in, and the digest of the token alone is kept', async () => {
  const world = await openWorld()
  await askForLink(world, new TestBrowser(), owner)
  const token = addressIn((await readOutbox(world.tenant, 1))[0]!)
    .split('/')
    .at(-1)!
  const stored = await readStored(world.options.dataFolder, world.tenant.orgId, async (stores) => ({
    mails: await stores.mails.list(world.now().toISOString(), { after: undefined, limit: 10 }),
  }))
  expect(stored.mails).toHaveLength(1)
  expect(JSON.stringify(stored)).not.toContain(token)
})

test('who was deactivated or removed reads why, and is not let in', async () => {
  const world = await openWorld()
  const { tenant } = world
  const invite = async (email: string) => {
    const { invitationUrl } = (await tenant.call('POST', '/invitations', { email })).body
    const browser = new TestBrowser()
    const page = await browser.get(invitationUrl)
    await browser.post(invitationUrl, { with: 'link', formToken: fieldOf(page, 'formToken') })
    const { members } = (await tenant.call('GET', '/members')).body
    return members.find((member: { email: string }) => member.email === email).id as string
  }
  const grace = await invite('grace@elsewhere.example')
  const alan = await invite('alan@elsewhere.example')
  await tenant.call('PATCH', `/members/${grace}`, { active: false })
  await tenant.call('DELETE', `/members/${alan}`)
  for (const [email, says] of [
    ['grace@elsewhere.example', 'Your account is deactivated'],
    ['alan@elsewhere.example', 'You were removed from this organisation'],
  ] as const) {
    const before = (await tenant.call('GET', '/outbox')).body.total
    world.advance(MINUTE)
    await askForLink(world, new TestBrowser(), email)
    const [mail] = await readOutbox(tenant, before + 1)
    expect(mail?.to).toBe(email)
    const page = await followLink(new TestBrowser(), addressIn(mail!))
    expect([page.status, page.text.includes(says)]).toEqual([403, true])
  }
})

test('enforced, the domain gets no link but S27’s refusal, at asking and at using', async () => {
  const world = await openSignInWorld()
  const { tenant, provider } = world
  const browser = new TestBrowser()
  await askForLink(world, browser, 'owner@acme.example')
  const address = addressIn((await readOutbox(tenant, 1))[0]!)
  const form = await browser.post(`${world.url}/sign-in`, { email: 'owner@acme.example', with: 'password' })
  await tenant.call('PUT', '/enforcement', { enforced: true })

  const asked = await browser.post(
    `${world.url}/sign-in/link`,
    { email: 'owner@acme.example', formToken: fieldOf(form, 'formToken') },
    { headers: { accept: 'application/json' } },
  )
  expect([asked.status, JSON.parse(asked.text)]).toEqual([
    403,
    {
      error: 'SSO is required for this workspace. Please sign in via your identity provider.',
      ssoRedirectUrl: provider.handOut!.startUrl,
    },
  ])
  const used = await followLink(browser, address)
  expect(used.status).toBe(403)
  expect(used.text).toContain('SSO is required for this workspace.')
})

test('where every member is concerned, one of another domain gets a mail that leads to single sign-on', async () => {
  const world = await openSignInWorld({}, { owner })
  const { tenant, provider } = world
  await tenant.call('PATCH', '/policy', { enforcementScope: 'all-members' })
  await tenant.call('PUT', '/enforcement', { enforced: true })
  const asked = await askForLink(world, new TestBrowser(), owner)
  expect(asked.text).toContain('Look into your mail')
  const [mail] = await readOutbox(tenant, 1)
  expect(mail?.text).toContain('requires single sign-on')
  expect(addressIn(mail!)).toBe(provider.handOut!.startUrl)
})

test('who asks again and again for one mailbox is stopped', async () => {
  const world = await openWorld()
  const browser = new TestBrowser()
  const statuses: number[] = []
  for (let times = 0; times < 4; times += 1) statuses.push((await askForLink(world, browser, owner)).status)
  expect(statuses).toEqual([200, 200, 200, 429])
})
