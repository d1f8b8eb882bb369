import { describe, expect, test } from 'vitest'
import { addressPolicies } from '#main/net/address/address-policy.ts'
import { checkUrl } from '#main/net/address/check-url.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'

function reasonFor(url: string, policy: keyof typeof addressPolicies = 'public-only') {
  try {
    checkUrl(url, addressPolicies[policy])
  } catch (error) {
    if (error instanceof FetchRefused) return `${error.reason}: ${error.detail}`
    throw error
  }
  return 'accepted'
}

describe('loopback in every disguise', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://①②⑦.⓪.⓪.①/',
  ])('%s', (url) => expect(reasonFor(url)).toBe('address-refused: 127.0.0.1'))

  test.each([
    ['http://[::1]/', '::1'],
    ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['http://[0:0:0:0:0:ffff:7f00:1]/', '::ffff:7f00:1'],
    ['http://0/', '0.0.0.0'],
    ['http://169.254.169.254/latest/meta-data', '169.254.169.254'],
  ])('%s', (url, address) => expect(reasonFor(url)).toBe(`address-refused: ${address}`))

  test('is let pass on a person’s own machine', () => expect(reasonFor('http://0x7f.1/', 'any')).toBe('accepted'))
})

describe('what is no address to fetch', () => {
  test.each([
    ['', 'not-a-url: '],
    ['idp.example.com/metadata', 'not-a-url: idp.example.com/metadata'],
    ['https://', 'not-a-url: https://'],
    ['https://user:secret@idp.example.com/', 'not-a-url: idp.example.com'],
    ['https://idp.example.com@127.0.0.1/', 'not-a-url: 127.0.0.1'],
    ['file:///etc/passwd', 'scheme: file:'],
    ['ftp://idp.example.com/', 'scheme: ftp:'],
    ['data:text/xml,<a/>', 'scheme: data:'],
  ])('%s', (url, refusal) => expect(reasonFor(url)).toBe(refusal))
})

test('spaces around an address are let pass', () => {
  expect(checkUrl(' https://idp.example.com/m \n', addressPolicies['public-only']).href).toBe(
    'https://idp.example.com/m',
  )
})
