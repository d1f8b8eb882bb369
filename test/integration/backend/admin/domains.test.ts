import { expect, test } from 'vitest'
import { fakeDns } from '#test/support/backend/fake-dns.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { makeTestIdentityProvider } from '#test/support/backend/test-identity-provider.ts'

const { config } = await makeTestIdentityProvider()
const provider = { type: 'saml', issuer: 'Acme', config }

test('whether a domain can be claimed is said before anyone tries', async () => {
  const { organisation } = await openTestBackend()
  const [own, other] = [await organisation(), await organisation()]
  await own.call('POST', '/providers', { ...provider, domain: 'acme.example' })
  await other.call('POST', '/providers', { ...provider, domain: 'other.example' })
  const problemOf = async (domain: string) => (await own.call('GET', `/domain-check?domain=${domain}`)).body.problem
  expect(await own.call('GET', '/domain-check?domain=%20New.Example%20')).toMatchObject({
    status: 200,
    body: { domain: 'new.example', available: true, problem: null, message: null },
  })
  expect(await problemOf('mail.acme.example')).toBe(null)
  expect(await problemOf('acme')).toBe('malformed')
  expect(await problemOf('127.0.0.1')).toBe('malformed')
  expect(await problemOf('gmail.com')).toBe('public-mail')
  expect(await problemOf('co.uk')).toBe('public-suffix')
  expect(await problemOf('acme.example')).toBe('claimed-by-you')
  expect(await problemOf('other.example')).toBe('claimed')
  await own.call('PATCH', '/organisation', { allowedDomains: ['acme.example'] })
  const outside = (await own.call('GET', '/domain-check?domain=new.example')).body
  expect(outside).toMatchObject({ available: false, problem: 'outside-allowed-domains' })
  expect(outside.message).toContain('is not one of the allowed domains')
})

test('nobody claims public mail, a public suffix or a domain the organisation does not allow', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation()
  await call('PATCH', '/organisation', { allowedDomains: ['acme.example', 'acme.test'] })
  for (const domain of ['gmail.com', 'outlook.com', 'yahoo.com', 'googlemail.com', 'co.uk', 'github.io', 'a.example']) {
    for (const body of [{ domain }, { domains: ['acme.example', domain] }]) {
      const answer = await call('POST', '/providers', { ...provider, ...body })
      expect({ domain, ...answer }).toMatchObject({ domain, status: 400, body: { error: 'validation' } })
    }
  }
  const draft = await call('POST', '/drafts', { domains: ['gmail.com'] })
  expect(draft).toMatchObject({ status: 400, body: { message: expect.stringMatching(/^domains is a public e-mail/) } })
  const { status, body } = await call('POST', '/providers', { ...provider, domains: ['acme.test', 'acme.example'] })
  expect([status, body.provider.domain, body.provider.domains]).toEqual([
    201,
    'acme.test',
    ['acme.test', 'acme.example'],
  ])
  expect(await call('PATCH', '/organisation', { allowedDomains: ['acme.example'] })).toMatchObject({
    status: 409,
    body: { error: 'conflict', message: expect.stringContaining('(acme.test)') },
  })
})

test('a provider without domains has the allowed ones, and follows them', async () => {
  const { organisation } = await openTestBackend()
  const [own, other] = [await organisation(), await organisation()]
  expect((await own.call('POST', '/providers', provider)).body.message).toContain('domain is empty')
  await own.call('PATCH', '/organisation', { allowedDomains: ['acme.example', 'acme.test'] })
  const { id, domains } = (await own.call('POST', '/providers', { ...provider, domains: [] })).body.provider
  expect(domains).toEqual(['acme.example', 'acme.test'])
  await own.call('PATCH', '/organisation', { allowedDomains: ['acme.test', 'new.example'] })
  expect((await own.call('GET', `/providers/${id}`)).body.provider.domains).toEqual(['acme.test', 'new.example'])
  await other.call('POST', '/providers', { ...provider, domain: 'taken.example' })
  const taken = { allowedDomains: ['acme.test', 'taken.example'] }
  expect((await own.call('PATCH', '/organisation', taken)).status).toBe(409)
  expect((await own.call('GET', '/organisation')).body.organisation.allowedDomains).toEqual([
    'acme.test',
    'new.example',
  ])
})

test('a TXT record proves a domain, and only then does it go live where the policy says so', async () => {
  const dns = fakeDns()
  const { organisation } = await openTestBackend({ lookUpTxt: dns.lookUpTxt })
  const { call } = await organisation({ policies: { requireDomainVerification: true } })
  const { id } = (await call('POST', '/providers', { ...provider, domains: ['acme.example', 'acme.test'] })).body
    .provider
  const enable = () => call('PATCH', `/providers/${id}`, { enabled: true })
  const unproven = (domain: string) => ({
    status: 409,
    body: { error: 'domain_unverified', message: expect.stringContaining(`(${domain})`) },
  })
  expect(await enable()).toMatchObject(unproven('acme.example'))
  const [first, second] = (await call('GET', '/domains')).body.domains
  expect(first).toMatchObject({ domain: 'acme.example', connectionId: id, state: 'pending', checkedAt: null })
  expect(first.record.name).toBe('_claimcheck.acme.example')
  expect(first.record.value).toMatch(/^claimcheck-verification=[\w-]{43}$/)
  expect(second.record.value).not.toBe(first.record.value)
  const states = async () => {
    const { verified, domains } = (await call('POST', `/providers/${id}/verify`)).body
    return [verified, ...domains.map(({ state }: { state: string }) => state)]
  }
  expect(await states()).toEqual([false, 'pending', 'pending'])
  dns.set(first.record.name, { kind: 'found', texts: ['v=spf1 -all', first.record.value] })
  expect(await states()).toEqual([false, 'verified', 'pending'])
  expect(await enable()).toMatchObject(unproven('acme.test'))
  dns.set(second.record.name, { kind: 'found', texts: [second.record.value.slice(0, -1)] })
  expect((await call('POST', `/providers/${id}/verify`)).body.domains[1].problem).toContain('another value')
  dns.set(second.record.name, { kind: 'found', texts: [second.record.value] })
  expect(await states()).toEqual([true, 'verified', 'verified'])
  expect((await enable()).status).toBe(200)
  dns.set(first.record.name, { kind: 'failed', detail: 'ETIMEOUT' })
  expect(await states()).toEqual([true, 'verified', 'verified'])
  dns.set(first.record.name, { kind: 'absent' })
  expect(await states()).toEqual([false, 'lost', 'verified'])
  const checks = (await call('GET', '/audit?action=sso.domain.checked')).body.events
  expect(checks.map(({ details }: { details: unknown }) => details)).toEqual([
    { domain: 'acme.example', before: 'verified', after: 'lost' },
    { domain: 'acme.test', before: 'pending', after: 'verified' },
    { domain: 'acme.example', before: 'pending', after: 'verified' },
  ])
})

test('an allowed domain that is not proven reaches no enabled provider either', async () => {
  const dns = fakeDns()
  const { organisation } = await openTestBackend({ lookUpTxt: dns.lookUpTxt })
  const { call } = await organisation({ policies: { requireDomainVerification: true } })
  await call('PATCH', '/organisation', { allowedDomains: ['acme.example'] })
  const { id } = (await call('POST', '/providers', provider)).body.provider
  const [{ record }] = (await call('GET', '/domains')).body.domains
  dns.set(record.name, { kind: 'found', texts: [record.value] })
  await call('POST', `/providers/${id}/verify`)
  expect((await call('PATCH', `/providers/${id}`, { enabled: true })).status).toBe(200)
  expect(await call('PATCH', '/organisation', { allowedDomains: ['acme.example', 'acme.test'] })).toMatchObject({
    status: 409,
    body: { error: 'domain_unverified', message: expect.stringContaining('(acme.test)') },
  })
})

test('each organisation proves a domain for itself', async () => {
  const { organisation } = await openTestBackend()
  const [own, other] = [await organisation(), await organisation()]
  await own.call('POST', '/providers', { ...provider, domain: 'acme.example' })
  const { draft } = (await other.call('POST', '/drafts', { domains: ['acme.example'] })).body
  const proofOf = async ({ call }: typeof own) => (await call('GET', '/domains')).body.domains[0].record.value
  expect(draft.domains).toEqual(['acme.example'])
  expect(await proofOf(own)).not.toBe(await proofOf(other))
})
