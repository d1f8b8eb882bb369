import { describe, expect, test } from 'vitest'
import { BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodePost, encodePost } from '#main/saml/binding/post-binding.ts'

const decoded = (field: string) => new TextDecoder().decode(decodePost(field))

test('goes there and back, characters beyond ASCII too', () => {
  expect(decoded(encodePost('<a>é😀</a>'))).toBe('<a>é😀</a>')
})

test('line ends and spaces inside are let pass', () => {
  expect(decoded('PGE+\r\n IDwv\tYT4=\n')).toBe('<a> </a>')
})

describe('what is refused', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \r\n', 'empty'],
    ['XML itself', '<a/>', 'not-base64'],
    ['a URL-encoded field', 'PGEvPg%3D%3D', 'not-base64'],
    ['Base64url', 'PGEvPg__', 'not-base64'],
    ['missing padding', 'PGEvPg', 'not-base64'],
    ['padding inside', 'PGE=PGE=', 'not-base64'],
    ['a no-break space', 'PGEv\u00A0Pg==', 'not-base64'],
    ['more than a megabyte', 'A'.repeat(1_398_108), 'too-large'],
    ['three megabytes of spaces', ' '.repeat(3_000_000), 'too-large'],
  ])('%s', (_name, field, reason) => {
    expect(() => decodePost(field)).toThrow(new BindingRefused(reason as 'empty'))
  })
})
