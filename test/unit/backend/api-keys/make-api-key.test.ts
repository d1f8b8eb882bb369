import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeApiKey } from '#main/backend/api-keys/make-api-key.ts'
import { recogniseApiKey } from '#main/backend/api-keys/recognise-api-key.ts'
import type { Directory } from '#main/backend/storage/directory.ts'
import type { OrganisationId } from '#shared/model/ids.ts'

const organisationId = 'org_0000000000000000000000' as OrganisationId
const now = new Date('2026-11-22T08:00:00.000Z')
const { apiKey, record } = makeApiKey('First key', now, randomBytes)

type Known = NonNullable<Awaited<ReturnType<Directory['apiKey']>>>

const directoryWith = (change: Partial<Known> = {}): Pick<Directory, 'apiKey'> => ({
  apiKey: async (id) => {
    const { secretSha256, scopes, createdBy, expiresAt } = record
    const known = { organisationId, secretSha256, scopes: JSON.stringify(scopes), createdBy, expiresAt }
    return id === record.id ? { ...known, lastUsedAt: null, revokedAt: null, ...change } : undefined
  },
})

test('a key says what it is, and nothing stored of it opens anything', async () => {
  expect(apiKey).toMatch(/^claimcheck_[0-9a-z]{22}_[\w-]{43}$/)
  expect(JSON.stringify(record)).not.toContain(apiKey.slice(-43))
  const recognised = { id: record.id, organisationId, scopes: ['org:update'], createdBy: null, lastUsedAt: null }
  expect(await recogniseApiKey(apiKey, directoryWith(), now)).toEqual(recognised)
  expect(await recogniseApiKey(record.secretSha256, directoryWith(), now)).toBeUndefined()
})

test('one that is changed, cut, revoked or expired is not recognised', async () => {
  const last = apiKey.endsWith('A') ? 'B' : 'A'
  for (const other of [`${apiKey.slice(0, -1)}${last}`, apiKey.slice(0, -1), ` ${apiKey}`, apiKey.toUpperCase(), '']) {
    expect(await recogniseApiKey(other, directoryWith(), now)).toBeUndefined()
  }
  expect(await recogniseApiKey(apiKey, directoryWith({ revokedAt: '2026-01-01T00:00:00.000Z' }), now)).toBeUndefined()
  expect(await recogniseApiKey(apiKey, directoryWith({ expiresAt: now.toISOString() }), now)).toBeUndefined()
  const later = '2026-11-22T08:00:00.001Z'
  expect(await recogniseApiKey(apiKey, directoryWith({ expiresAt: later }), now)).toMatchObject({ id: record.id })
})
