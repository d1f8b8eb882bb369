import { expect, test } from 'vitest'
import { fakeDns } from '#test/support/backend/fake-dns.ts'
import type { TestOrganisation } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

const HOUR = 3_600_000
const email = 'ada@acme.example'

test('a domain that was claimed and not proven goes to the organisation that proves it', async () => {
  const { world, other, draftId, prove } = await openTwo()
  const { call } = world.tenant
  const browser = new TestBrowser()
  const begun = await world.start(browser, email)
  expect((await other.call('POST', `/drafts/${draftId}/publish`, {})).status).toBe(409)
  await prove(other, draftId)
  expect((await other.call('POST', `/drafts/${draftId}/publish`, {})).status).toBe(201)

  const left = (await call('GET', `/providers/${world.provider.id}`)).body.provider
  expect(left).toMatchObject({ enabled: false, domain: '', domains: [] })
  const answered = await browser.follow(await world.post(browser, world.respond(begun.requestId), begun.relayState))
  expect(answered.text).not.toContain('You are signed in')
  expect((await call('GET', '/sessions')).body.total).toBe(0)
  expect(await call('PATCH', `/providers/${world.provider.id}`, { enabled: true })).toMatchObject({
    status: 400,
    body: { error: 'validation', message: expect.stringContaining('domains is empty') },
  })
  const back = { domain: 'acme.example', enabled: true }
  expect((await call('PATCH', `/providers/${world.provider.id}`, back)).status).toBe(409)

  await other.call('PATCH', `/providers/${draftId}`, { enabled: true })
  const chosen = await new TestBrowser().post(`${world.url}/sign-in`, { email })
  expect(chosen.location?.searchParams.get('connection')).toBe(draftId)
})

test('each audit log tells its own half of it, and names nobody of the other organisation', async () => {
  const { world, other, draftId, prove } = await openTwo()
  await prove(other, draftId)
  await other.call('POST', `/drafts/${draftId}/publish`, {})
  const lost = (await world.tenant.call('GET', '/audit')).body.events
  expect(lost[0]).toMatchObject({
    action: 'sso.domain.lost',
    actorKind: 'system',
    actorId: null,
    subjectId: world.provider.id,
    details: {
      domain: 'acme.example',
      before: { domains: ['acme.example'], enabled: true },
      after: { domains: [], enabled: false },
    },
  })
  const taken = (await other.call('GET', '/audit')).body.events
  expect(taken.map(({ action }: { action: string }) => action).slice(0, 2)).toEqual([
    'sso.draft.published',
    'sso.domain.taken-over',
  ])
  for (const name of [other.orgId, draftId]) expect(JSON.stringify(lost)).not.toContain(name)
  for (const name of [world.tenant.orgId, world.provider.id]) expect(JSON.stringify(taken)).not.toContain(name)
  for (const { call } of [world.tenant, other])
    expect((await call('GET', '/audit/verification')).body.intact).toBe(true)
})

test('a provider with another domain left stays enabled, for the people of that one alone', async () => {
  const { world, other, draftId, prove } = await openTwo()
  const { call } = world.tenant
  await call('PATCH', `/providers/${world.provider.id}`, { domains: ['acme.example', 'acme.test'] })
  const browser = new TestBrowser()
  const begun = await world.start(browser, 'ada@acme.test')
  await prove(other, draftId)
  await other.call('POST', `/drafts/${draftId}/publish`, {})
  const left = (await call('GET', `/providers/${world.provider.id}`)).body.provider
  expect(left).toMatchObject({ enabled: true, domain: 'acme.test', domains: ['acme.test'] })
  const foreign = world.respond(begun.requestId, { email })
  expect((await browser.follow(await world.post(browser, foreign, begun.relayState))).text).not.toContain(
    'You are signed in',
  )
  const own = await world.signIn(new TestBrowser(), { email: 'ada@acme.test', nameId: 'ada@acme.test' })
  expect(own.text).toContain('ada@acme.test')
})

test('who proved it too keeps it; a proof of yesterday, or one the DNS does not answer for, takes nothing', async () => {
  const { world, other, draftId, prove, dns } = await openTwo()
  const publish = async () => (await other.call('POST', `/drafts/${draftId}/publish`, {})).status
  await prove(other, draftId)
  await prove(world.tenant, world.provider.id)
  expect(await publish()).toBe(409)
  dns.set('_claimcheck.acme.example', { kind: 'absent' })
  await world.tenant.call('POST', `/providers/${world.provider.id}/verify`)
  world.advance(25 * HOUR)
  expect(await publish()).toBe(409)
  dns.set('_claimcheck.acme.example', { kind: 'failed', detail: 'ETIMEOUT' })
  await other.call('POST', `/providers/${draftId}/verify`)
  expect(await publish()).toBe(409)
  expect((await world.tenant.call('GET', `/providers/${world.provider.id}`)).body.provider.enabled).toBe(true)
  await prove(other, draftId)
  expect(await publish()).toBe(201)
})

/** One whose enabled provider has claimed acme.example, and another with a draft for it. */
async function openTwo() {
  const dns = fakeDns()
  const world = await openSignInWorld({}, {}, { lookUpTxt: dns.lookUpTxt })
  const other = await world.organisation({ organisation: 'Other', owner: 'owner@other.example' })
  const { config } = world.idp
  const draftId: string = (await other.call('POST', '/drafts', { domains: ['acme.example'], config })).body.draft.id
  async function prove({ call }: TestOrganisation, connectionId: string) {
    const [{ record }] = (await call('GET', '/domains')).body.domains
    dns.set(record.name, { kind: 'found', texts: [record.value] })
    expect((await call('POST', `/providers/${connectionId}/verify`)).body.verified).toBe(true)
  }
  return { world, other, draftId, prove, dns }
}
