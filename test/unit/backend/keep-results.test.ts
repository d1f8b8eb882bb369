import { expect, test } from 'vitest'
import { keepResults } from '#main/backend/keep-results.ts'

test('a result is made once for its text, and the one unused longest is made anew', () => {
  const made: string[] = []
  const keep = keepResults<{ of: string }>(2)
  const ask = (key: string) =>
    keep(key, () => {
      made.push(key)
      return { of: key }
    })
  expect([ask('a').of, ask('b').of, ask('a').of, ask('c').of]).toEqual(['a', 'b', 'a', 'c'])
  expect(made).toEqual(['a', 'b', 'c'])
  expect([ask('a').of, ask('b').of]).toEqual(['a', 'b'])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

test('what cannot be made is not kept', () => {
  const keep = keepResults<string>(2)
  const refuse = () => {
    throw new Error('damaged')
  }
  expect(() => keep('a', refuse)).toThrow('damaged')
  expect(keep('a', () => 'sound')).toBe('sound')
})
