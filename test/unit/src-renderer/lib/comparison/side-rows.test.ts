import { expect, test } from 'vitest'
import { flatten } from '#renderer/lib/comparison/flatten.ts'
import { sideRows } from '#renderer/lib/comparison/side-rows.ts'

test('every leaf has a name, also in lists; what is empty is said', () => {
  const value = {
    issuer: 'Acme',
    config: { url: 'https://a', enabled: false, note: null },
    domains: ['a', 'b'],
    none: [],
  }
  expect([...flatten(value)]).toEqual([
    ['issuer', 'Acme'],
    ['config.url', 'https://a'],
    ['config.enabled', 'false'],
    ['config.note', 'none'],
    ['domains 1', 'a'],
    ['domains 2', 'b'],
    ['none', 'none'],
  ])
  expect(flatten(undefined).size).toBe(0)
})

test('what one side alone has stands beside nothing', () => {
  expect(sideRows(flatten({ a: 1, b: 2 }), flatten({ b: 2, c: 3 }))).toEqual([
    { name: 'a', left: '1', right: null, isSame: false },
    { name: 'b', left: '2', right: '2', isSame: true },
    { name: 'c', left: null, right: '3', isSame: false },
  ])
})
