import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

const DAY = 86_400_000

test('a clock that is set back makes nothing good again and loses nothing', async () => {
  const world = await openSignInWorld()
  const { call } = world.tenant
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  const message = world.respond(requestId)
  await browser.follow(await world.post(browser, message, relayState))
  world.advance(-DAY)
  expect((await browser.get(`${world.url}/`)).text).toContain('ada@acme.example')
  const again = new TestBrowser()
  const flow = await world.start(again)
  expect((await again.follow(await world.post(again, message, flow.relayState))).text).toContain(
    'You could not be signed in',
  )
  expect((await world.signIn(new TestBrowser())).text).toContain('You are signed in to')
  await call('PATCH', '/organisation', { name: 'Yesterday' })
  expect((await call('GET', '/audit/verification')).body.intact).toBe(true)
  expect((await call('GET', '/audit')).body.events[0].details.after.name).toBe('Yesterday')
  world.advance(DAY)
  expect((await world.post(new TestBrowser(), message, relayState)).text).toContain('You could not be signed in')
  expect((await call('GET', '/members')).body.total).toBe(2)
})

test('a clock that jumps ahead ends what has an end, and nothing else', async () => {
  const world = await openSignInWorld()
  const { call } = world.tenant
  const browser = new TestBrowser()
  await world.signIn(browser)
  const waiting = new TestBrowser()
  const { requestId, relayState } = await world.start(waiting)
  const message = world.respond(requestId)
  world.advance(30 * DAY)
  expect((await browser.get(`${world.url}/`)).text).not.toContain('ada@acme.example')
  expect((await waiting.follow(await world.post(waiting, message, relayState))).text).toContain(
    'You could not be signed in',
  )
  expect((await call('GET', '/sessions')).body.total).toBe(0)
  expect((await call('GET', '/providers')).body.total).toBe(1)
  expect((await world.signIn(browser)).text).toContain('You are signed in to')
  expect((await call('GET', '/members')).body.total).toBe(2)
})
