import { expect, test } from 'vitest'
import type { EntityListing } from '#shared/model/aggregate.ts'
import { findChosenAgain } from '#shared/search/find-chosen-again.ts'

const listing = (number: number, entityId: string, roles: EntityListing['roles'] = ['idp']): EntityListing => ({
  number,
  entityId,
  displayName: null,
  roles,
  verdict: 'valid',
  errors: [],
  warnings: [],
  offset: number,
  length: 1,
  line: 1,
})
const north = 'https://north.example.edu/idp'

test('it is found wherever it stands now, and never by a part of its entity ID', () => {
  const entities = [listing(0, `${north}/2`), listing(1, north.toUpperCase()), listing(2, north)]
  expect(findChosenAgain(entities, north)).toEqual({ is: 'there', entity: entities[2] })
})

test('an application of that name beside it is not it', () => {
  const provider = listing(1, north, ['sp', 'idp'])
  expect(findChosenAgain([listing(0, north, ['sp']), provider], north)).toEqual({ is: 'there', entity: provider })
  expect(findChosenAgain([listing(0, north, ['sp'])], north)).toEqual({ is: 'missing' })
})

test('one that left is missing', () => {
  expect(findChosenAgain([listing(0, 'https://south.example.edu/idp')], north)).toEqual({ is: 'missing' })
})

test('of two nobody guesses', () => {
  expect(findChosenAgain([listing(0, north), listing(1, north)], north)).toEqual({ is: 'several' })
})
