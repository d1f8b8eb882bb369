import { expect, test } from 'vitest'
import { initials } from '#renderer/lib/format/initials.ts'
import { keyWords } from '#renderer/lib/format/key-words.ts'
import { shortThumbprint, wholeThumbprint } from '#renderer/lib/format/thumbprint.ts'

test.each([
  ['Globex Corporation', 'GC'],
  ['acme', 'AC'],
  ['É-commerce', 'ÉC'],
  ['😀 Fun & Games', 'FG'],
  ['', ''],
])('%s is %s', (name, expected) => expect(initials(name)).toBe(expected))

test('a key is told by its type and size', () => {
  expect(keyWords({ keyType: 'rsa', keyBits: 2048 })).toBe('RSA 2048 bits')
  expect(keyWords({ keyType: 'ec', keyBits: null })).toBe('EC')
})

test('a thumbprint is told by its last eight digits', () => {
  expect(shortThumbprint(`${'0'.repeat(56)}b0f00a08`)).toBe('B0F0 0A08')
  expect(wholeThumbprint('0a1b')).toBe('0A:1B')
})
