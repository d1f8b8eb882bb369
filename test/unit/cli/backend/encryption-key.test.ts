import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decodeKey, previousKeys } from '#main/cli/backend/encryption-key.ts'

const key = Buffer.from('fb'.repeat(32), 'hex')

test.each([
  ['hexadecimal', key.toString('hex')],
  ['hexadecimal in capitals', key.toString('hex').toUpperCase()],
  ['Base64', key.toString('base64')],
  ['Base64 without padding', key.toString('base64').replace('=', '')],
  ['Base64 in the URL alphabet', key.toString('base64url')],
  ['a line of a file', `${key.toString('base64')}\n`],
])('%s', (_name, text) => expect(decodeKey(text)).toEqual(key))

test.each([
  ['nothing', ''],
  ['16 bytes', randomBytes(16).toString('base64')],
  ['31 bytes', randomBytes(31).toString('hex')],
  ['33 bytes', randomBytes(33).toString('base64')],
  ['a passphrase', 'correct horse battery staple correct horse'],
  ['both alphabets', `${'A'.repeat(41)}+_`],
])('%s is no key', (_name, text) => expect(decodeKey(text)).toBeUndefined())

test('previous keys are told apart by commas or spaces, and each must be one', () => {
  expect(previousKeys()).toEqual([])
  expect(previousKeys(` ${key.toString('hex')},\n${key.toString('base64')} `)).toEqual([key, key])
  expect(() => previousKeys(`${key.toString('hex')},short`)).toThrow(
    /CLAIMCHECK_PREVIOUS_ENCRYPTION_KEYS does not hold/,
  )
})
