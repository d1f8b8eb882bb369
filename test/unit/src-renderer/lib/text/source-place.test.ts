import { expect, test } from 'vitest'
import { markedRange, offsetOf } from '#renderer/lib/text/source-place.ts'

test('lines and columns count from 1', () => {
  expect(offsetOf('ab\ncd', 1, 1)).toBe(0)
  expect(offsetOf('ab\ncd', 2, 2)).toBe(4)
  expect(offsetOf('ab\ncd', 3, 1)).toBeNull()
  expect(offsetOf('ab', 1, 9)).toBeNull()
})

test.each([
  ['a tag', '<a b=">">text</a>', 0, '<a b=">">'],
  ['the rest of the line elsewhere', 'one\ntwo three\nfour', 8, 'three'],
  ['a tag that never ends', '<a b="\nmore', 0, '<a b="'],
])('what is marked: %s', (_name, text, offset, expected) => {
  const { from, to } = markedRange(text, offset)
  expect(text.slice(from, to)).toBe(expected)
})
