import { expect, test } from 'vitest'
import { ExpiringStore } from '#main/practice-idp/sessions/expiring-store.ts'

function storeAt(most?: number) {
  const clock = { now: 0 }
  return { clock, store: new ExpiringStore<string>(() => new Date(clock.now), 1_000, most) }
}

test('what is kept is found until its time is over, to the millisecond', () => {
  const { clock, store } = storeAt()
  store.keep('a', 'A')
  clock.now = 999
  expect(store.find('a')).toBe('A')
  clock.now = 1_000
  expect(store.find('a')).toBeUndefined()
  clock.now = 0
  expect(store.find('a')).toBeUndefined()
})

test('what is dropped is gone, and nothing inherited is found', () => {
  const { store } = storeAt()
  store.keep('a', 'A')
  store.drop('a')
  expect([store.find('a'), store.find('__proto__'), store.find('constructor')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('when it is full the oldest goes', () => {
  const { store } = storeAt(2)
  for (const key of ['a', 'b', 'c']) store.keep(key, key)
  expect(['a', 'b', 'c'].map((key) => store.find(key))).toEqual([undefined, 'b', 'c'])
})
