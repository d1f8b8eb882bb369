import { expect, test } from 'vitest'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { makeTestIdentityProvider } from '#test/support/backend/test-identity-provider.ts'

const { config } = await makeTestIdentityProvider()
const stale = {
  status: 412,
  body: { error: 'precondition_failed', message: expect.stringContaining('Someone has changed this') },
}

test('of two who edit one record the second is told, and nothing is lost', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation()
  const provider = { type: 'saml', issuer: 'Acme', domain: 'acme.example', config }
  const { id } = (await call('POST', '/providers', provider)).body.provider
  const { draft } = (await call('POST', '/drafts', { domains: ['draft.example'], config })).body
  const [owner] = (await call('GET', '/members')).body.members
  await call('PATCH', `/members/${owner.id}`, { role: 'owner' })
  const edits: [string, Record<string, unknown>, Record<string, unknown>][] = [
    [`/providers/${id}`, { issuer: 'first' }, { issuer: 'second' }],
    [`/drafts/${draft.id}`, { issuer: 'first' }, { issuer: 'second' }],
    ['/policy', { defaultRole: 'viewer' }, { defaultRole: 'admin' }],
    ['/organisation', { name: 'first' }, { name: 'second' }],
  ]
  for (const [path, first, second] of edits) {
    const read = await call('GET', path)
    const etag = read.headers.get('etag') ?? ''
    const [record] = Object.values(read.body) as { version: string }[]
    expect({ path, etag }).toEqual({ path, etag: `"${record?.version}"` })
    const changed = await call('PATCH', path, first, { 'if-match': etag })
    expect({ path, status: changed.status }).toEqual({ path, status: 200 })
    expect({ path, ...(await call('PATCH', path, second, { 'if-match': etag })) }).toMatchObject({ path, ...stale })
    expect((await call('GET', path)).body).toEqual(changed.body)
    const next = changed.headers.get('etag') ?? ''
    expect(next).not.toBe(etag)
    expect((await call('PATCH', path, second, { 'if-match': `"x", ${next}` })).status).toBe(200)
    expect((await call('PATCH', path, first, { 'if-match': '*' })).status).toBe(200)
    expect((await call('PATCH', path, second)).status).toBe(200)
  }
})

test('nobody deletes or publishes what they have not seen', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation()
  const provider = { type: 'saml', issuer: 'Acme', domain: 'acme.example', config }
  const { id, version } = (await call('POST', '/providers', provider)).body.provider
  const { draft } = (await call('POST', '/drafts', { domains: ['draft.example'], config })).body
  await call('PATCH', `/providers/${id}`, { issuer: 'changed' })
  await call('PATCH', `/drafts/${draft.id}`, { issuer: 'changed' })
  const seen = (of: string) => ({ 'if-match': `"${of}"` })
  expect(await call('DELETE', `/providers/${id}`, undefined, seen(version))).toMatchObject(stale)
  expect(await call('DELETE', `/drafts/${draft.id}`, undefined, seen(draft.version))).toMatchObject(stale)
  expect(await call('POST', `/drafts/${draft.id}/publish`, {}, seen(draft.version))).toMatchObject(stale)
  const [owner] = (await call('GET', '/members')).body.members
  expect(await call('PATCH', `/members/${owner.id}`, { role: 'owner' }, seen('other'))).toMatchObject(stale)
  expect(await call('DELETE', `/members/${owner.id}`, undefined, seen('other'))).toMatchObject(stale)
  expect((await call('GET', `/drafts/${draft.id}`)).body.draft.issuer).toBe('changed')
})

test('of twenty edits from one version exactly one is made', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation()
  const etag = (await call('GET', '/policy')).headers.get('etag') ?? ''
  const roles = ['viewer', 'admin'] as const
  const edits = Array.from({ length: 20 }, (_, index) =>
    call('PATCH', '/policy', { defaultRole: roles[index % 2] }, { 'if-match': etag }),
  )
  const statuses = (await Promise.all(edits)).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([200, ...Array(19).fill(412)])
})

test('signing in, testing and proving change no version', async () => {
  const { organisation, advance } = await openTestBackend({ lookUpTxt: async () => ({ kind: 'absent' }) })
  const { call } = await organisation()
  const provider = { type: 'saml', issuer: 'Acme', domain: 'acme.example', config }
  const { id, version } = (await call('POST', '/providers', provider)).body.provider
  advance(60_000)
  await call('POST', `/providers/${id}/test`)
  await call('POST', `/providers/${id}/verify`)
  expect((await call('GET', `/providers/${id}`)).body.provider.version).toBe(version)
})
