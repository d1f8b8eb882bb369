import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { encryptionKeyId } from '#main/backend/secrets/encryption-key.ts'
import { createSealer, SecretDamaged, type SecretPlace } from '#main/backend/secrets/sealer.ts'

const key = randomBytes(32)
const sealer = createSealer(key, randomBytes)
const place: SecretPlace = { tenant: 'org_1', record: 'conn_1', column: 'client_secret' }
const secret = Buffer.from('a secret')

test('a secret opens where it was put', () => {
  const sealed = sealer.seal(place, secret)
  expect(Buffer.from(sealer.open(place, sealed))).toEqual(secret)
  expect(sealed).not.toContain(secret.toString('base64url'))
  expect(Buffer.from(sealer.open(place, sealer.seal(place, new Uint8Array())))).toHaveLength(0)
})

test.each(['tenant', 'record', 'column'] as const)('it opens nowhere else: another %s', (part) => {
  const sealed = sealer.seal(place, secret)
  expect(() => sealer.open({ ...place, [part]: 'another' }, sealed)).toThrow(SecretDamaged)
})

test('parts of the place cannot flow into each other', () => {
  const sealed = sealer.seal({ tenant: 'a', record: 'b","c', column: 'd' }, secret)
  expect(() => sealer.open({ tenant: 'a","b', record: 'c', column: 'd' }, sealed)).toThrow(SecretDamaged)
})

test('every changed character is noticed', () => {
  const sealed = sealer.seal(place, secret)
  const start = sealed.lastIndexOf('.') + 1
  for (let index = start; index < sealed.length; index += 1) {
    const bytes = Buffer.from(sealed.slice(start), 'base64url')
    bytes[(index - start) % bytes.length]! ^= 1
    expect(() => sealer.open(place, sealed.slice(0, start) + bytes.toString('base64url'))).toThrow(SecretDamaged)
  }
  for (const garbled of [
    '',
    'v1',
    'v1..',
    sealed.slice(0, start),
    sealed.slice(0, start + 20),
    `v2${sealed.slice(2)}`,
  ]) {
    expect(() => sealer.open(place, garbled)).toThrow(SecretDamaged)
  }
})

test('another key does not open it, and its id says so', () => {
  const other = randomBytes(32)
  expect(encryptionKeyId(other)).not.toBe(encryptionKeyId(key))
  expect(sealer.seal(place, secret).split('.')[1]).toBe(encryptionKeyId(key))
  expect(() => createSealer(other, randomBytes).open(place, sealer.seal(place, secret))).toThrow(SecretDamaged)
})

test('the same secret is never sealed to the same text', () => {
  expect(sealer.seal(place, secret)).not.toBe(sealer.seal(place, secret))
})

test('a previous key opens what it sealed, and seals nothing any more', () => {
  const next = randomBytes(32)
  const rotating = createSealer(next, randomBytes, [key])
  const old = sealer.seal(place, secret)
  expect(Buffer.from(rotating.open(place, old))).toEqual(secret)
  expect(rotating.seal(place, secret).split('.')[1]).toBe(encryptionKeyId(next))
  const relabelled = old.replace(encryptionKeyId(key), encryptionKeyId(next))
  expect(() => rotating.open(place, relabelled)).toThrow(SecretDamaged)
})
