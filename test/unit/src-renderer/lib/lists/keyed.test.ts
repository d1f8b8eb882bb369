import { expect, test } from 'vitest'
import { keyed } from '#renderer/lib/lists/keyed.ts'

test('equal names get keys of their own', () => {
  expect(keyed(['a', 'b', 'a'], (item) => item)).toEqual([
    { key: 'a#1', item: 'a' },
    { key: 'b#1', item: 'b' },
    { key: 'a#2', item: 'a' },
  ])
})
