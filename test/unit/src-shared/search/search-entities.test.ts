import { expect, test } from 'vitest'
import type { EntityListing } from '#shared/model/aggregate.ts'
import { type EntityFilter, searchEntities } from '#shared/search/search-entities.ts'

const listing = (number: number, changes: Partial<EntityListing>): EntityListing => ({
  number,
  entityId: `https://${number}.example`,
  displayName: null,
  roles: ['idp'],
  verdict: 'valid',
  errors: [],
  warnings: [],
  offset: 0,
  length: 1,
  line: 1,
  ...changes,
})
const entities = [
  listing(0, { displayName: 'Universität Zürich' }),
  listing(1, { displayName: 'Zürich Library', roles: ['sp'] }),
  listing(2, { verdict: 'invalid', errors: ['metadata.signing-key.missing'] }),
  listing(3, { roles: ['idp', 'sp'], warnings: ['metadata.signing-key.expired'] }),
]

test.each<[string, EntityFilter, number[]]>([
  ['nothing asked', {}, [0, 1, 2, 3]],
  ['a word, whatever its capitals', { text: ' ZÜRICH ' }, [0, 1]],
  ['every word', { text: 'zürich lib' }, [1]],
  ['part of an entity ID', { text: '2.exa' }, [2]],
  ['a role', { role: 'sp' }, [1, 3]],
  ['the broken ones', { verdict: 'invalid' }, [2]],
  ['one finding', { code: 'metadata.signing-key.expired' }, [3]],
  ['all of it', { text: 'zürich', role: 'idp' }, [0]],
])('%s', (_name, filter, numbers) => {
  expect(searchEntities(entities, filter).map(({ number }) => number)).toEqual(numbers)
})
