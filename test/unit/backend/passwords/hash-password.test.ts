import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword, passwordMatches } from '#main/backend/passwords/hash-password.ts'

const quick = { N: 1024, r: 8, p: 1 }

test('a password matches its own hash in either spelling of Unicode, and no other', async () => {
  const stored = await hashPassword('p\u00e4ssword', randomBytes, quick)
  expect(stored).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
  expect(await passwordMatches('pa\u0308ssword', stored)).toBe(true)
  expect(await passwordMatches('password', stored)).toBe(false)
  expect(await hashPassword('p\u00e4ssword', randomBytes, quick)).not.toBe(stored)
})

test('nobody has a password, and something that is no hash matches nothing', { timeout: 30_000 }, async () => {
  expect(await passwordMatches('', undefined)).toBe(false)
  expect(await passwordMatches('x', 'plain$text')).toBe(false)
})
