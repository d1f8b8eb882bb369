import { expect, test } from 'vitest'
import { openTestBackend, SECOND } from '#test/support/backend/open-test-backend.ts'
import { aScimUser, patchOp, scimClient, scimWith } from '#test/support/backend/scim-client.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'

test('a person is created, found, changed and read again with a version', async () => {
  const { tenant, scim, url } = await scimWorld()
  const made = await scim('POST', '/Users', aScimUser('ada', { password: 'never kept', title: 'Countess' }))
  expect(made).toMatchObject({
    status: 201,
    body: { userName: 'ada@acme.example', externalId: '00u-ada', active: true, meta: { resourceType: 'User' } },
  })
  expect(made.headers.get('content-type')).toContain('application/scim+json')
  expect(made.headers.get('location')).toBe(`${url}/scim/v2/Users/${made.body.id}`)
  expect(JSON.stringify(made.body)).not.toContain('never kept')
  const found = await scim('GET', `/Users?filter=${encodeURIComponent('userName eq "ADA@acme.example"')}`)
  expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: made.body.id }] })

  const etag = made.headers.get('etag') ?? ''
  expect((await scim('GET', `/Users/${made.body.id}`, undefined, { 'if-none-match': etag })).status).toBe(304)
  const rename = patchOp({ op: 'Replace', path: 'name.familyName', value: 'King' })
  const changed = await scim('PATCH', `/Users/${made.body.id}`, rename, { 'if-match': etag })
  expect(changed.body.name).toMatchObject({ givenName: 'ada', familyName: 'King', formatted: 'ada King' })
  expect(changed.headers.get('etag')).not.toBe(etag)
  expect((await scim('PATCH', `/Users/${made.body.id}`, rename, { 'if-match': etag })).status).toBe(412)
  const { members } = (await tenant.call('GET', '/members')).body
  expect(members).toContainEqual(
    expect.objectContaining({ email: 'ada@acme.example', familyName: 'King', role: 'member' }),
  )
})

test('deactivating ends the sessions before the answer, and the identity provider’s word opens nothing any more', async () => {
  const world = await openSignInWorld()
  const scim = await scimClient(world.url, world.tenant)
  const browser = new TestBrowser()
  expect((await world.signIn(browser)).text).toContain('You are signed in')
  const [user] = (await scim('GET', `/Users?filter=${encodeURIComponent('emails.value eq "ada@acme.example"')}`)).body
    .Resources
  // As Entra sends it.
  const off = await scim('PATCH', `/Users/${user.id}`, patchOp({ op: 'Replace', path: 'active', value: 'False' }))
  expect(off).toMatchObject({ status: 200, body: { active: false } })
  expect((await world.tenant.call('GET', '/sessions')).body.total).toBe(0)
  expect((await world.signIn(new TestBrowser())).status).toBe(403)
  await scim('PATCH', `/Users/${user.id}`, patchOp({ op: 'replace', value: { active: true } }))
  expect((await world.signIn(new TestBrowser())).text).toContain('You are signed in')
})

test('a directory deletes and brings back; whom an administrator removed it does not', async () => {
  const { tenant, scim } = await scimWorld()
  const { body: ada } = await scim('POST', '/Users', aScimUser('ada'))
  expect((await scim('DELETE', `/Users/${ada.id}`)).status).toBe(204)
  expect((await scim('GET', `/Users/${ada.id}`)).status).toBe(404)
  expect((await tenant.call('GET', `/members/${ada.id}`)).body.member.status).toBe('deactivated')
  const again = await scim('POST', '/Users', aScimUser('ada'))
  expect(again).toMatchObject({ status: 201, body: { id: ada.id, active: true } })
  expect(await scim('POST', '/Users', aScimUser('ada'))).toMatchObject({
    status: 409,
    body: { scimType: 'uniqueness', status: '409' },
  })
  await tenant.call('DELETE', `/members/${ada.id}`)
  expect((await scim('GET', `/Users/${ada.id}`)).status).toBe(404)
  expect((await scim('POST', '/Users', aScimUser('ada'))).status).toBe(409)
  expect((await tenant.call('GET', `/members/${ada.id}`)).body.member.status).toBe('removed')
})

test('pages and filters answer what was asked, and no more', async () => {
  const { scim, advance } = await scimWorld()
  for (const name of ['ada', 'bob', 'cyd', 'dan']) {
    advance(SECOND)
    await scim('POST', '/Users', aScimUser(name))
  }
  const names = async (query: string) => {
    const { body } = await scim('GET', `/Users?${query}`)
    return { total: body.totalResults, from: body.startIndex, names: body.Resources.map((one: Named) => one.userName) }
  }
  expect(await names('startIndex=2&count=2')).toEqual({
    total: 5,
    from: 2,
    names: ['ada@acme.example', 'bob@acme.example'],
  })
  expect(await names('count=0')).toEqual({ total: 5, from: 1, names: [] })
  const filter = (text: string) => names(`filter=${encodeURIComponent(text)}`)
  expect(await filter('userName sw "b" or externalId eq "00u-cyd"')).toMatchObject({
    names: ['bob@acme.example', 'cyd@acme.example'],
  })
  expect(await filter('externalId eq "00u-dan"')).toMatchObject({ names: ['dan@acme.example'] })
  expect(await filter('emails[type eq "work"].value eq "ada@acme.example"')).toMatchObject({ total: 1 })
  expect(await scim('GET', `/Users?filter=${encodeURIComponent('userName eq "a')}`)).toMatchObject({
    status: 400,
    body: { scimType: 'invalidFilter' },
  })
  const { body } = await scim('GET', '/Users?attributes=userName&count=1')
  expect(Object.keys(body.Resources[0]).toSorted()).toEqual(['id', 'meta', 'schemas', 'userName'])
})

test('groups hold people, and give the role where the organisation lets them', async () => {
  const { tenant, scim } = await scimWorld()
  await tenant.call('PATCH', '/policy', { groupSync: 'every-sign-in', groupRoles: [{ group: 'IT', role: 'admin' }] })
  const { body: ada } = await scim('POST', '/Users', aScimUser('ada'))
  const { body: bob } = await scim('POST', '/Users', aScimUser('bob'))
  const made = await scim('POST', '/Groups', { schemas: [GROUP], displayName: 'IT', members: [{ value: ada.id }] })
  expect(made).toMatchObject({ status: 201, body: { displayName: 'IT', members: [{ value: ada.id }] } })
  const roleOf = async (id: string) => (await tenant.call('GET', `/members/${id}`)).body.member.role
  expect([await roleOf(ada.id), await roleOf(bob.id)]).toEqual(['admin', 'member'])
  expect((await scim('GET', `/Users/${ada.id}`)).body.groups).toMatchObject([{ value: made.body.id, display: 'IT' }])

  const path = `/Groups/${made.body.id}`
  await scim('PATCH', path, patchOp({ op: 'Add', path: 'members', value: [{ value: bob.id }] }))
  const removed = await scim('PATCH', path, patchOp({ op: 'Remove', path: `members[value eq "${ada.id}"]` }))
  expect(removed).toMatchObject({ status: 200, body: { members: [{ value: bob.id }] } })
  expect([await roleOf(ada.id), await roleOf(bob.id)]).toEqual(['member', 'admin'])
  const stranger = patchOp({ op: 'add', path: 'members', value: [{ value: `user_${'0'.repeat(22)}` }] })
  expect(await scim('PATCH', path, stranger)).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
  const { body } = await scim('GET', '/Groups?excludedAttributes=members')
  expect(body.Resources).toEqual([expect.not.objectContaining({ members: expect.anything() })])
  expect((await scim('DELETE', path)).status).toBe(204)
  expect(await roleOf(bob.id)).toBe('member')
})

test('nobody who manages the organisation is moved or locked out by a directory', async () => {
  const { scim } = await scimWorld()
  const [owner] = (await scim('GET', '/Users')).body.Resources
  const move = patchOp({ op: 'replace', path: 'emails[type eq "work"].value', value: 'thief@elsewhere.example' })
  expect(await scim('PATCH', `/Users/${owner.id}`, move)).toMatchObject({ status: 403 })
  const off = patchOp({ op: 'replace', path: 'active', value: false })
  expect((await scim('PATCH', `/Users/${owner.id}`, off)).status).toBe(409)
  expect((await scim('DELETE', `/Users/${owner.id}`)).status).toBe(409)
  expect((await scim('GET', `/Users/${owner.id}`)).body).toMatchObject({ active: true, userName: 'owner@acme.example' })
})

test('a directory’s key opens its door alone, and of its own organisation alone', async () => {
  const { tenant, scim, url, organisation } = await scimWorld()
  const { body: ada } = await scim('POST', '/Users', aScimUser('ada'))
  const other = await scimClient(url, await organisation({ organisation: 'Other', owner: 'owner@other.example' }))
  for (const [method, path, body] of [
    ['GET', `/Users/${ada.id}`, undefined],
    ['PATCH', `/Users/${ada.id}`, patchOp({ op: 'replace', path: 'active', value: false })],
    ['DELETE', `/Users/${ada.id}`, undefined],
  ] as const) {
    expect((await other(method, path, body)).status).toBe(404)
  }
  expect((await other('GET', '/Users')).body.totalResults).toBe(1)
  const { secret } = (await tenant.call('POST', '/api-keys', { name: 'Tests', scopes: ['sso:test'] })).body
  expect(await scimWith(url, secret)('GET', '/Users')).toMatchObject({ status: 403, body: { status: '403' } })
  expect(await scimWith(url, 'none')('GET', '/Users')).toMatchObject({ status: 401 })
})

test('what is no SCIM is refused in its words, and nothing is changed', async () => {
  const { tenant, scim } = await scimWorld()
  await tenant.call('PATCH', '/organisation', { allowedDomains: ['acme.example'] })
  const { body: ada } = await scim('POST', '/Users', aScimUser('ada'))
  for (const [method, path, body, scimType] of [
    ['POST', '/Users', aScimUser('x', { userName: 'x', emails: [] }), 'invalidValue'],
    ['POST', '/Users', aScimUser('x', { emails: [{ value: 'x@elsewhere.example' }] }), 'invalidValue'],
    ['POST', '/Users', aScimUser('x', { active: 'maybe' }), 'invalidValue'],
    ['PATCH', `/Users/${ada.id}`, { Operations: [] }, 'invalidSyntax'],
    ['PATCH', `/Users/${ada.id}`, patchOp({ op: 'replace', path: 'noSuchThing', value: 1 }), 'invalidPath'],
    ['PATCH', `/Users/${ada.id}`, patchOp({ op: 'explode', path: 'active' }), 'invalidSyntax'],
  ] as const) {
    expect({ body, answer: await scim(method, path, body) }).toMatchObject({
      answer: { status: 400, body: { scimType } },
    })
  }
  expect((await scim('GET', `/Users/${ada.id}`)).body).toEqual(ada)
})

test('it says what it can', async () => {
  const { scim } = await scimWorld()
  expect((await scim('GET', '/ServiceProviderConfig')).body).toMatchObject({
    patch: { supported: true },
    etag: { supported: true },
    bulk: { supported: false },
  })
  expect((await scim('GET', '/ResourceTypes')).body.Resources.map(({ id }: { id: string }) => id)).toEqual([
    'User',
    'Group',
  ])
  expect((await scim('GET', `/Schemas/${GROUP}`)).body).toMatchObject({ id: GROUP, name: 'Group' })
  expect((await scim('GET', '/Nothing')).body.schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error'])
})

type Named = { userName: string }

async function scimWorld() {
  const world = await openTestBackend()
  const tenant = await world.organisation()
  return { ...world, tenant, scim: await scimClient(world.url, tenant) }
}
