import { describe, expect, test } from 'vitest'
import { resolveDomains } from '#main/backend/domains/resolve-domains.ts'
import type { Stores } from '#main/backend/storage/stores.ts'
import { Domain } from '#shared/model/domain.ts'

const domain = (text: string) => Domain.parse(text)

const allowing = (...allowedDomains: string[]) =>
  ({ organisation: { read: async () => ({ allowedDomains }) } }) as unknown as Stores

const resolve = (domains: { domain?: string; domains?: string[] }, ...allowed: string[]) =>
  resolveDomains(allowing(...allowed), {
    domain: domains.domain === undefined ? undefined : domain(domains.domain),
    domains: domains.domains?.map(domain),
  })

const refusedFor = (code: string, field: string) => ({ code, message: expect.stringMatching(`^${field} `) })

test('the first of the domains is the domain, and each counts once', async () => {
  const own = (...domains: string[]) => ({ domains, inheritsDomains: false })
  expect(await resolve({ domain: 'a.example' })).toEqual(own('a.example'))
  const both = { domain: 'a.example', domains: ['a.example', 'b.example', 'a.example'] }
  expect(await resolve(both)).toEqual(own('a.example', 'b.example'))
  const reversed = resolve({ domain: 'a.example', domains: ['b.example', 'a.example'] })
  await expect(reversed).rejects.toMatchObject(refusedFor('domain.order', 'domains'))
})

test('a provider without domains of its own has those the organisation allows', async () => {
  const inherited = { domains: ['a.example', 'b.example'], inheritsDomains: true }
  expect(await resolve({}, 'a.example', 'b.example')).toEqual(inherited)
  expect(await resolve({ domains: [] }, 'a.example', 'b.example')).toEqual(inherited)
  await expect(resolve({})).rejects.toMatchObject(refusedFor('domain.missing', 'domain'))
})

describe('what no provider may claim', () => {
  test.each([
    ['gmail.com', 'domain.public-mail'],
    ['co.uk', 'domain.public-suffix'],
    ['github.io', 'domain.public-suffix'],
  ])('%s', async (name, code) => {
    await expect(resolve({ domain: name })).rejects.toMatchObject(refusedFor(code, 'domain'))
    await expect(resolve({ domain: name, domains: [] })).rejects.toMatchObject(refusedFor(code, 'domain'))
    await expect(resolve({ domains: ['a.example', name] })).rejects.toMatchObject(refusedFor(code, 'domains'))
  })

  test('a domain outside those the organisation allows', async () => {
    const outside = resolve({ domain: 'mail.a.example' }, 'a.example')
    await expect(outside).rejects.toMatchObject(refusedFor('domain.outside-allowed', 'domain'))
  })
})
