import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { MINUTE, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { aScimUser } from '#test/support/backend/scim-client.ts'
import { openSignInWorld, type SignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

test('a deactivation ends the sessions before it is answered, and a repeated event changes nothing', async () => {
  const world = await webhookWorld()
  const browser = new TestBrowser()
  await world.signIn(browser)
  const off = world.sign({ type: 'user.deactivated', data: aScimUser('ada') })
  expect(await world.send(off)).toEqual({ status: 200, body: { received: 'done' } })
  expect((await world.tenant.call('GET', '/sessions')).body.total).toBe(0)
  expect((await world.signIn(new TestBrowser())).status).toBe(403)

  await world.send(world.sign({ type: 'user.updated', data: aScimUser('ada') }))
  expect((await world.signIn(new TestBrowser())).text).toContain('You are signed in')
  expect(await world.send(off)).toEqual({ status: 200, body: { received: 'seen-before' } })
  expect((await world.tenant.call('GET', '/sessions')).body.total).toBe(1)
})

test('people are made and changed; what it does not know it says', async () => {
  const world = await webhookWorld()
  await world.send(world.sign({ type: 'user.created', data: aScimUser('grace') }))
  await world.send(world.sign({ type: 'user.updated', data: aScimUser('grace', { name: { familyName: 'Hopper' } }) }))
  const { members } = (await world.tenant.call('GET', '/members')).body
  expect(members).toContainEqual(expect.objectContaining({ email: 'grace@acme.example', familyName: 'Hopper' }))
  expect(await world.send(world.sign({ type: 'group.created', data: {} }))).toMatchObject({
    body: { received: 'not-for-us' },
  })
  expect(await world.send(world.sign({ type: 'user.created', data: { userName: 'no address' } }))).toMatchObject({
    status: 400,
    body: { error: 'validation', message: expect.stringContaining('e-mail address') },
  })
})

test('another secret, body, id, time or directory is refused, and none says which', async () => {
  const world = await webhookWorld()
  const event = { type: 'user.created', data: aScimUser('eve') }
  const good = world.sign(event)
  const old = world.sign(event, { at: new Date(world.now().getTime() - 5 * MINUTE - 1_000) })
  const early = world.sign(event, { at: new Date(world.now().getTime() + 5 * MINUTE + 1_000) })
  const answers = [
    await world.send(world.sign(event, { secret: randomBytes(32) })),
    await world.send({ ...good, body: good.body.replace('eve', 'eva') }),
    await world.send({ ...good, headers: { ...good.headers, 'webhook-id': 'msg_other' } }),
    await world.send(old),
    await world.send(early),
    await world.send({ ...good, headers: { 'webhook-id': 'msg_x' } }),
    await world.send(good, `dir_${'0'.repeat(22)}`),
    await world.send(good, 'nothing'),
  ]
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(answers[0])]))
  expect(answers[0]).toMatchObject({ status: 401, body: { error: 'unauthorized' } })
  expect((await world.tenant.call('GET', '/members')).body.total).toBe(1)
  expect((await world.send(good)).status).toBe(200)
})

test('while a sender changes its secret, one of several signatures is enough; a deleted directory is none', async () => {
  const world = await webhookWorld()
  const event = world.sign({ type: 'user.created', data: aScimUser('ada') })
  const two = { ...event.headers, 'webhook-signature': `v1,AAAA v2,x ${event.headers['webhook-signature']}` }
  expect((await world.send({ ...event, headers: two })).body).toEqual({ received: 'done' })
  await world.tenant.call('DELETE', `/directories/${world.directory.id}`)
  expect((await world.send(world.sign({ type: 'user.updated', data: aScimUser('ada') }))).status).toBe(401)
})

test('its secret is answered once, and opens after the encryption key was replaced', async () => {
  const first = await openTestBackend()
  const tenant = await first.organisation()
  const { directory, secret } = (await tenant.call('POST', '/directories', { name: 'Acme' })).body
  expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32)
  expect(JSON.stringify((await tenant.call('GET', '/directories')).body)).not.toContain(secret)
  await first.backend.stop()
  const { encryptionKey: before } = first.options
  const second = await openTestBackend({
    ...first.options,
    encryptionKey: randomBytes(32),
    previousEncryptionKeys: [before],
  })
  const event = signed({ type: 'user.created', data: aScimUser('ada') }, { secret: secretOf(secret), at: second.now() })
  expect((await post(second.url, directory.id, event)).body).toEqual({ received: 'done' })
})

interface Signing {
  readonly secret: Uint8Array
  readonly at: Date
}

const secretOf = (text: string) => Buffer.from(text.replace('whsec_', ''), 'base64')

/** As Standard Webhooks has it, with a library of nobody's. */
function signed(event: object, { secret, at }: Signing) {
  const body = JSON.stringify(event)
  const id = `msg_${randomBytes(12).toString('hex')}`
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const digest = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${digest}` }
  return { body, headers }
}

async function post(url: string, directory: string, { body, headers }: { body: string; headers: object }) {
  const answer = await fetch(`${url}/webhooks/scim/${directory}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return { status: answer.status, body: await answer.json() }
}

async function webhookWorld() {
  const world: SignInWorld = await openSignInWorld()
  const { directory, secret } = (await world.tenant.call('POST', '/directories', { name: 'Acme' })).body
  const signing = { secret: secretOf(secret), at: world.now() }
  return {
    ...world,
    directory,
    sign: (event: object, change: Partial<Signing> = {}) => signed(event, { ...signing, ...change }),
    send: (event: Parameters<typeof post>[2], to: string = directory.id) => post(world.url, to, event),
  }
}
