import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

test('every list comes in pages that hold everything once', async () => {
  const world = await openSignInWorld()
  const { call } = world.tenant
  for (let index = 1; index < 5; index += 1) {
    const email = `p${index}@acme.example`
    await world.signIn(new TestBrowser(), { email, nameId: email })
    const provider = { type: 'saml', issuer: 'x', domain: `d${index}.example`, config: world.idp.config }
    await call('POST', '/providers', provider)
    await call('POST', '/drafts', { issuer: String(index) })
    await call('POST', '/api-keys', { name: `Key ${index}` })
    await call('POST', '/invitations', { email: `guest${index}@elsewhere.example` })
    if (index % 2 === 0) world.advance(1_000)
  }
  const lists: [string, string, number][] = [
    ['/providers', 'providers', 5],
    ['/drafts', 'drafts', 4],
    ['/members', 'members', 5],
    ['/api-keys', 'apiKeys', 5],
    ['/invitations', 'invitations', 4],
    ['/sessions', 'sessions', 4],
    ['/sign-ins', 'signIns', 4],
    ['/audit', 'events', Number((await call('GET', '/audit?limit=1')).body.total)],
  ]
  for (const [path, name, total] of lists) {
    const whole = (await call('GET', path)).body
    expect({ path, total: whole.total, length: whole[name].length }).toEqual({ path, total, length: total })
    expect(whole).not.toHaveProperty('nextCursor')
    const walked: unknown[] = []
    let cursor: string | undefined
    do {
      const { body } = await call('GET', `${path}?limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}`)
      expect({ path, total: body.total }).toEqual({ path, total })
      expect(body[name].length).toBeLessThanOrEqual(2)
      walked.push(...body[name])
      cursor = body.nextCursor
    } while (cursor !== undefined)
    expect({ path, walked }).toEqual({ path, walked: whole[name] })
  }
})

test('a cursor or a limit that is not ours is refused', async () => {
  const { tenant } = await openSignInWorld()
  for (const path of [
    '/providers',
    '/drafts',
    '/members',
    '/api-keys',
    '/invitations',
    '/sessions',
    '/sign-ins',
    '/audit',
  ]) {
    for (const query of ['cursor=garbage', 'cursor=W10', 'limit=0', 'limit=501', 'limit=x', 'sort=name']) {
      const answer = await tenant.call('GET', `${path}?${query}`)
      expect({ path, query, ...answer }).toMatchObject({ path, query, status: 400, body: { error: 'validation' } })
    }
  }
})

test('the log of sign-ins finds the number a refused person reads out', async () => {
  const world = await openSignInWorld({}, { policies: { jitEnabled: false } })
  const page = await world.signIn(new TestBrowser())
  const number = /att_[0-9a-z]{22}/.exec(page.text)?.[0] ?? ''
  const { signIns, total } = (await world.tenant.call('GET', `/sign-ins?id=${number}`)).body
  expect([total, signIns[0]]).toMatchObject([1, { id: number, result: 'refused', reason: 'no-account' }])
  expect((await world.tenant.call('GET', '/sign-ins?result=accepted')).body.total).toBe(0)
})
