import { expect, test } from 'vitest'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { makeTestIdentityProvider, readRequest } from '#test/support/backend/test-identity-provider.ts'

const nobody = 'conn_0000000000000000000000'
const noFlow = 'flow_0000000000000000000000'

/** Every route that names a record: what its owner gets, and what everyone else must not tell from a record that is not there. */
const routes = (id: string, flow: string, relayState = '') =>
  [
    ['GET', `/providers/${id}`, undefined, 200],
    ['POST', `/providers/${id}/test`, undefined, 201],
    ['POST', `/providers/${id}/test/${flow}/response`, { samlResponse: 'QQ==', relayState }, 200],
    ['POST', `/providers/${id}/change-preview`, { issuer: 'changed' }, 200],
    ['POST', `/providers/${id}/change-test`, { issuer: 'changed' }, 201],
    ['PATCH', `/providers/${id}`, { issuer: 'changed' }, 200],
    ['DELETE', `/providers/${id}`, undefined, 200],
  ] as const

const draftRoutes = (id: string) =>
  [
    ['GET', `/drafts/${id}`, undefined, 200],
    ['PATCH', `/drafts/${id}`, { issuer: 'changed' }, 200],
    ['POST', `/drafts/${id}/publish`, {}, 201],
    ['DELETE', `/drafts/${id}`, undefined, 404],
  ] as const

test('the record of another organisation answers like one that does not exist, and stays as it was', async () => {
  const { organisation } = await openTestBackend()
  const [own, other] = [await organisation(), await organisation()]
  const idp = await makeTestIdentityProvider()
  const body = { type: 'saml', issuer: 'x', domain: 'acme.example', config: idp.config }
  const { provider } = (await own.call('POST', '/providers', body)).body
  const { draft } = (await own.call('POST', '/drafts', { domains: ['draft.example'], config: idp.config })).body
  const begun = (await own.call('POST', `/providers/${provider.id}/test`)).body.test

  const { relayState } = readRequest(new URL(begun.start.url))
  const theirs = [...routes(provider.id, begun.id, relayState), ...draftRoutes(draft.id)]
  const noones = [...routes(nobody, noFlow), ...draftRoutes(nobody)]
  for (const [index, [method, path, content]] of theirs.entries()) {
    const foreign = await other.call(method, path, content)
    const [, missingPath] = noones[index]!
    const missing = await other.call(method, missingPath, content)
    expect({ method, path, status: foreign.status, body: foreign.body }).toEqual({
      method,
      path,
      status: 404,
      body: missing.body,
    })
  }
  expect((await own.call('GET', `/providers/${provider.id}`)).body.provider).toEqual(provider)
  expect((await own.call('GET', `/drafts/${draft.id}`)).body.draft).toEqual(draft)

  for (const [method, path, content, status] of theirs) {
    expect({ method, path, status: (await own.call(method, path, content)).status }).toEqual({ method, path, status })
  }
})

test('lists, members and enforcement are those of the key', async () => {
  const { organisation } = await openTestBackend()
  const [own, other] = [await organisation(), await organisation()]
  const idp = await makeTestIdentityProvider()
  const body = { type: 'saml', issuer: 'x', domain: 'acme.example', enabled: true, config: idp.config }
  await own.call('POST', '/providers', body)
  await own.call('PUT', '/enforcement', { enforced: true })
  expect((await other.call('GET', '/providers')).body).toEqual({ providers: [], total: 0 })
  expect((await other.call('GET', '/enforcement')).body).toEqual({ enforced: false, orgId: other.orgId })
  const [mine, theirs] = [await own.call('GET', '/members'), await other.call('GET', '/members')]
  expect(mine.body.members[0].email).toBe(theirs.body.members[0].email)
  expect(mine.body.members[0].id).not.toBe(theirs.body.members[0].id)
})

test('a test of one connection is not judged at another of the same organisation', async () => {
  const { organisation, now } = await openTestBackend()
  const own = await organisation()
  const idp = await makeTestIdentityProvider()
  const one = (await own.call('POST', '/drafts', { domains: ['a.example'], config: idp.config })).body.draft
  const two = (await own.call('POST', '/drafts', { domains: ['b.example'], config: idp.config })).body.draft
  const begun = (await own.call('POST', `/providers/${one.id}/test`)).body.test
  const samlResponse = idp.respond({ handOut: one.handOut, now: now(), requestId: begun.request.id })
  const body = { samlResponse, relayState: null }
  expect((await own.call('POST', `/providers/${two.id}/test/${begun.id}/response`, body)).status).toBe(404)
})

test('without a key, with half a key or with a key that is no more nothing is answered', async () => {
  const { organisation, url } = await openTestBackend()
  const { apiKey } = await organisation()
  const keys = [
    undefined,
    'Basic x',
    'Bearer',
    `Bearer ${apiKey.slice(0, -1)}`,
    `Bearer ${apiKey}x`,
    `Bearer ${apiKey.replace(/_/g, '-')}`,
  ]
  for (const authorization of keys) {
    const headers = authorization === undefined ? {} : { authorization }
    const answer = await fetch(`${url}/api/v1/admin/sso/members`, { headers })
    expect({ authorization, status: answer.status }).toEqual({ authorization, status: 401 })
    expect(await answer.json()).toMatchObject({ error: 'unauthorized' })
  }
})
