import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

const TIMES = 20

test('of twenty posts of one assertion at once one becomes a session, and nineteen are refused', async () => {
  const world = await openSignInWorld()
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  const message = world.respond(requestId)
  const posts = Array.from({ length: TIMES }, () => world.post(browser, message, relayState))
  const pages = await Promise.all(posts)
  const finished = await Promise.all(pages.map((page) => browser.follow(page)))
  expect(finished.filter(({ text }) => text.includes('You are signed in to'))).toHaveLength(1)
  expect(finished.filter(({ text }) => text.includes('You could not be signed in'))).toHaveLength(TIMES - 1)
  const { call } = world.tenant
  expect((await call('GET', '/sessions')).body.total).toBe(1)
  expect((await call('GET', '/members')).body.total).toBe(2)
  expect((await call('GET', '/sign-ins?result=accepted')).body.total).toBe(1)
  expect((await call('GET', '/sign-ins?result=refused')).body.total).toBe(TIMES - 1)
})

test('the same where nobody asked for it, and where twenty flows of one browser share it', async () => {
  const world = await openSignInWorld({ allowIdpInitiated: true })
  const browser = new TestBrowser()
  await browser.get(`${world.url}/sign-in`)
  const unsolicited = world.respond(undefined)
  const asked = await Promise.all(Array.from({ length: TIMES }, () => world.post(browser, unsolicited)))
  expect(asked.filter(({ status }) => status === 303)).toHaveLength(1)
  const flows = []
  for (let index = 0; index < TIMES; index += 1) flows.push(await world.start(browser))
  const message = world.respond(flows[0]?.requestId)
  const pages = await Promise.all(flows.map(({ relayState }) => world.post(browser, message, relayState)))
  const finished = await Promise.all(pages.map((page) => browser.follow(page)))
  expect(finished.filter(({ text }) => text.includes('You are signed in to'))).toHaveLength(1)
  expect((await world.tenant.call('GET', '/sessions')).body.total).toBe(1)
})

test('twenty first sign-ins of one person at once make one account', async () => {
  const world = await openSignInWorld()
  const people = Array.from({ length: TIMES }, () => new TestBrowser())
  const pages = await Promise.all(people.map((browser) => world.signIn(browser)))
  expect(pages.filter(({ text }) => text.includes('You are signed in to'))).toHaveLength(TIMES)
  const { members } = (await world.tenant.call('GET', '/members')).body
  expect(members.filter(({ email }: { email: string }) => email === 'ada@acme.example')).toHaveLength(1)
})
