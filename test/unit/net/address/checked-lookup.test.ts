import type { lookup } from 'node:dns'
import { promisify } from 'node:util'
import { beforeEach, expect, test, vi } from 'vitest'
import { addressPolicies } from '#main/net/address/address-policy.ts'
import { checkedLookup } from '#main/net/address/checked-lookup.ts'

const answers = vi.fn()
beforeEach(() => {
  answers.mockReset()
})

const resolvesTo = (...addresses: { address: string; family: number }[]) =>
  answers.mockImplementationOnce((_host, _options, done) => done(null, addresses))
const publicOnly = promisify(checkedLookup(addressPolicies['public-only'], answers as unknown as typeof lookup))
const PUBLIC = { address: '93.184.216.34', family: 4 }
const PRIVATE = { address: '127.0.0.1', family: 4 }

test('the socket gets the checked addresses, from one question', async () => {
  resolvesTo(PUBLIC)
  resolvesTo(PRIVATE)
  expect(await publicOnly('rebinding.example.com', { all: true })).toEqual([PUBLIC])
  expect(answers).toHaveBeenCalledTimes(1)
})

test('a name that answers differently the second time is refused then', async () => {
  resolvesTo(PUBLIC)
  resolvesTo(PRIVATE)
  await publicOnly('rebinding.example.com', { all: true })
  await expect(publicOnly('rebinding.example.com', { all: true })).rejects.toMatchObject({ reason: 'address-refused' })
})

test('one private address among public ones refuses the name', async () => {
  resolvesTo(PUBLIC, PRIVATE)
  await expect(publicOnly('mixed.example.com', { all: true })).rejects.toMatchObject({
    reason: 'address-refused',
    detail: 'mixed.example.com → 127.0.0.1',
  })
})

test('a socket that wants one address gets the first', async () => {
  resolvesTo(PUBLIC)
  expect(await publicOnly('idp.example.com', {})).toBe(PUBLIC.address)
})
