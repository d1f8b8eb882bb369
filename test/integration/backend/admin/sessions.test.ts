import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

test('sessions are listed without what opens them, and end when an administrator says so', async () => {
  const world = await openSignInWorld()
  const { call } = world.tenant
  const [laptop, phone, other] = [new TestBrowser(), new TestBrowser(), new TestBrowser()]
  await world.signIn(laptop)
  await world.signIn(phone)
  await world.signIn(other, { email: 'bob@acme.example', nameId: 'bob-1' })
  const listed = (await call('GET', '/sessions')).body
  expect(listed.total).toBe(3)
  const first = listed.sessions.find(({ email }: { email: string }) => email === 'ada@acme.example')
  expect(first).toMatchObject({ email: 'ada@acme.example', connectionId: world.provider.id })
  for (const browser of [laptop, phone, other]) {
    expect(JSON.stringify(listed)).not.toContain(browser.cookies.get('claimcheck-session'))
  }
  const signedIn = async (browser: TestBrowser) => (await browser.get(`${world.url}/`)).text.includes('acme.example')
  const ofAda = (await call('GET', `/sessions?userId=${first.userId}`)).body
  expect(ofAda.total).toBe(2)
  await call('DELETE', `/sessions/${first.id}`)
  const left = await Promise.all([laptop, phone, other].map(signedIn))
  expect([left.filter(Boolean).length, left[2]]).toEqual([2, true])
  expect((await call('DELETE', `/sessions/${first.id}`)).status).toBe(404)
  expect((await call('DELETE', `/members/${first.userId}/sessions`)).body.message).toBe('1 session ended.')
  expect(await Promise.all([laptop, phone, other].map(signedIn))).toEqual([false, false, true])
  expect((await call('GET', '/sessions')).body.total).toBe(1)
})
