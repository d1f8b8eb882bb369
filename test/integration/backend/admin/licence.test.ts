import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson } from '#main/evidence/receipt/canonical-json.ts'
import { callWith, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { fieldOf, TestBrowser } from '#test/support/backend/test-browser.ts'
import { makeTestIdentityProvider } from '#test/support/backend/test-identity-provider.ts'

const DAY = 86_400_000
const operator = generateKeyPairSync('ed25519')
const licenceKey = operator.publicKey.export({ type: 'spki', format: 'pem' }).toString()

test('without a signed licence the plan is free; with one single sign-on is there until it ends', async () => {
  const world = await openTestBackend({ licenceKey })
  const { call, orgId } = await world.organisation({ plan: 'enterprise' })
  expect((await call('GET', '/licence')).body.licence).toMatchObject({
    kind: 'none',
    active: false,
    because: 'missing',
  })
  expect(await call('GET', '/providers')).toMatchObject({ status: 403, body: { error: 'enterprise_required' } })
  const file = licence({ organisation: orgId, now: world.now(), days: 30 })
  expect((await call('PUT', '/licence', { licence: file })).body.licence).toMatchObject({
    kind: 'signed',
    plan: 'enterprise',
    active: true,
    because: null,
  })
  expect((await call('GET', '/providers')).status).toBe(200)
  world.advance(30 * DAY)
  expect(await call('GET', '/providers')).toMatchObject({ status: 403, body: { error: 'enterprise_required' } })
  for (const path of ['/members', '/audit', '/audit/export', '/sessions', '/api-keys', '/organisation', '/licence']) {
    expect({ path, status: (await call('GET', path)).status }).toEqual({ path, status: 200 })
  }
})

test('where the operator includes single sign-on in Business, Business has it and Free has not', async () => {
  const world = await openTestBackend({ licenceKey, ssoFromPlan: 'business' })
  const { call, orgId } = await world.organisation()
  const license = async (plan: string) => {
    const file = licence({ organisation: orgId, now: world.now(), days: 30, plan })
    expect((await call('PUT', '/licence', { licence: file })).status).toBe(200)
    return (await call('GET', '/providers')).status
  }
  expect([await license('free'), await license('business'), await license('enterprise')]).toEqual([403, 200, 200])
  const practice = await openTestBackend({ ssoFromPlan: 'business' })
  const plans = ['free', 'business'] as const
  const listed = plans.map(
    async (plan) => (await (await practice.organisation({ plan })).call('GET', '/providers')).status,
  )
  expect(await Promise.all(listed)).toEqual([403, 200])
})

test('a file that was changed, is of another operator, organisation or time is none', async () => {
  const world = await openTestBackend({ licenceKey })
  const { call, orgId } = await world.organisation()
  const good = licence({ organisation: orgId, now: world.now(), days: 30 })
  const stranger = generateKeyPairSync('ed25519').privateKey
  const tampered = JSON.stringify({ ...JSON.parse(good), expiresAt: '2099-01-01T00:00:00.000Z' })
  const files: [string, string][] = [
    ['not a licence', '{}'],
    ['tampered', tampered],
    ['another operator', licence({ organisation: orgId, now: world.now(), days: 30 }, stranger)],
    ['another organisation', licence({ organisation: `org_${'0'.repeat(22)}`, now: world.now(), days: 30 })],
  ]
  for (const [name, file] of files) {
    const answer = await call('PUT', '/licence', { licence: file })
    expect({ name, ...answer }).toMatchObject({ name, status: 400, body: { error: 'validation' } })
  }
  const over = await call('PUT', '/licence', { licence: licence({ organisation: orgId, now: world.now(), days: 0 }) })
  expect(over).toMatchObject({ status: 400, body: { message: expect.stringContaining('has expired already') } })
  expect((await call('PUT', '/licence', { licence: good })).status).toBe(200)
  const older = licence({ organisation: orgId, now: new Date(world.now().getTime() - DAY), days: 90 })
  expect((await call('PUT', '/licence', { licence: older })).body.message).toContain('is older than the licence in use')
})

test('a clock that is turned back makes no licence young again, not even over a restart', async () => {
  const world = await openTestBackend({ licenceKey })
  const { call, orgId, apiKey } = await world.organisation()
  await call('PUT', '/licence', { licence: licence({ organisation: orgId, now: world.now(), days: 30 }) })
  world.advance(31 * DAY)
  expect((await call('GET', '/licence')).body.licence.because).toBe('expired')
  world.advance(-31 * DAY)
  const rolledBack = { active: false, because: 'expired', clockWentBack: true }
  expect((await call('GET', '/licence')).body.licence).toMatchObject(rolledBack)
  await world.backend.stop()
  const again = await openTestBackend({ ...world.options })
  const later = callWith(again.url, apiKey)
  expect((await later('GET', '/licence')).body.licence).toMatchObject(rolledBack)
  const newer = licence({ organisation: orgId, now: new Date(world.now().getTime() + 1), days: 30 })
  expect((await later('PUT', '/licence', { licence: newer })).body.licence).toMatchObject({
    active: true,
    clockWentBack: false,
  })
})

test('a licence that lapses suspends single sign-on and its enforcement, and keeps what was set', async () => {
  const world = await openTestBackend({ licenceKey })
  const { call, orgId } = await world.organisation({ ownerPassword: 'the password of the owner' })
  await call('PUT', '/licence', { licence: licence({ organisation: orgId, now: world.now(), days: 30 }) })
  const { config } = await makeTestIdentityProvider()
  const provider = { type: 'saml', issuer: 'x', domain: 'acme.example', enabled: true, config }
  const { id } = (await call('POST', '/providers', provider)).body.provider
  await call('PUT', '/enforcement', { enforced: true })
  world.advance(30 * DAY)
  const browser = new TestBrowser()
  const email = 'owner@acme.example'
  const asked = await browser.post(`${world.url}/sign-in`, { email })
  const form = { email, password: 'the password of the owner', formToken: fieldOf(asked, 'formToken') }
  const page = await browser.follow(await browser.post(`${world.url}/sign-in/password`, form))
  expect(page.text).toContain('You are signed in to')
  expect((await browser.get(`${world.url}/saml/start?connection=${id}`)).status).toBe(404)
  const renewed = licence({ organisation: orgId, now: world.now(), days: 30 })
  await call('PUT', '/licence', { licence: renewed })
  expect((await call('GET', '/enforcement')).body.enforced).toBe(true)
})

function licence(
  { organisation, now, days, plan = 'enterprise' }: { organisation: string; now: Date; days: number; plan?: string },
  key: KeyObject = operator.privateKey,
): string {
  const expiresAt = new Date(now.getTime() + days * DAY).toISOString()
  const body = { organisation, plan, issuedAt: now.toISOString(), expiresAt }
  const signature = sign(null, Buffer.from(canonicalJson(body), 'utf8'), key).toString('base64url')
  return JSON.stringify({ ...body, signature })
}
