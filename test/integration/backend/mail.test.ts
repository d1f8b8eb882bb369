import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { askForLink, followLink } from '#test/support/backend/links.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { readStored } from '#test/support/backend/read-stored.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'
import { openMailServer } from '#test/support/net/mail-server.ts'

const owner = 'owner@elsewhere.example'
const from = 'Claimcheck <sso@acme.example>'

test('a link and an invitation go out by SMTP, and nothing of them stays', async () => {
  const server = await openMailServer()
  const world = await openTestBackend({ smtp: { url: server.url, from } })
  const tenant = await world.organisation({ owner })
  await askForLink(world, new TestBrowser(), owner)
  await expect.poll(() => server.received.length, { interval: 20 }).toBe(1)
  const [mail] = server.received
  expect(mail).toMatchObject({ from: 'sso@acme.example', to: [owner] })
  expect(mail?.raw).toMatch(/^Subject: Sign in to Acme\r$/m)
  const address = /^http:\S+$/m.exec(mail!.raw.replace(/=\r\n/g, '').replace(/=3D/g, '='))?.[0] ?? ''
  expect((await followLink(new TestBrowser(), address.trim())).text).toContain('You are signed in to Acme')

  await tenant.call('POST', '/invitations', { email: 'grace@elsewhere.example', role: 'viewer' })
  await expect.poll(() => server.received.length, { interval: 20 }).toBe(2)
  expect(server.received[1]?.to).toEqual(['grace@elsewhere.example'])
  await expect
    .poll(() =>
      readStored(world.options.dataFolder, tenant.orgId, (stores) => stores.mails.count(world.now().toISOString())),
    )
    .toBe(0)
  const outbox = await tenant.call('GET', '/outbox')
  expect([outbox.status, outbox.body.error]).toEqual([409, 'conflict'])
})

test('what the server does not take is tried again, and the operator is told', async () => {
  const server = await openMailServer()
  server.accepts = false
  const world = await openTestBackend({ smtp: { url: server.url, from } })
  const tenant = await world.organisation({ owner })
  await askForLink(world, new TestBrowser(), owner)
  await expect.poll(() => world.log.filter(({ event }) => event === 'mail.not-sent').length, { interval: 20 }).toBe(1)
  expect(server.received).toEqual([])
  server.accepts = true
  world.advance(90_000)
  // Any mail that is written sends what waits, too.
  await tenant.call('POST', '/invitations', { email: 'grace@elsewhere.example' })
  await expect.poll(() => server.received.length, { interval: 20 }).toBe(2)
  expect(server.received.map(({ to }) => to[0])).toEqual([owner, 'grace@elsewhere.example'])
})

test('a mail server that never answers keeps nobody waiting', async () => {
  const mute = createServer(() => {})
  await new Promise<void>((ready) => mute.listen(0, '127.0.0.1', ready))
  const address = mute.address()
  const port = typeof address === 'object' ? address?.port : 0
  const open = new Set<{ destroy: () => void }>()
  mute.on('connection', (socket) => open.add(socket))
  const world = await openTestBackend({ smtp: { url: `smtp://127.0.0.1:${port}`, from } })
  onTestFinished(() => void mute.close())
  await world.organisation({ owner })
  const page = await askForLink(world, new TestBrowser(), owner)
  expect(page.text).toContain('Look into your mail')
  await expect.poll(() => open.size, { interval: 20 }).toBe(1)
  for (const socket of open) socket.destroy()
})
