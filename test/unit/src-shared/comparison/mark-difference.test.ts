import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Difference, markDifference, type Piece } from '#shared/comparison/mark-difference.ts'
import { visibleText, visibleValue } from '#shared/comparison/visible-text.ts'

const marked = (pieces: readonly Piece[]) => pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')
const both = (expected: string, actual: string) => {
  const { expected: left, actual: right }: Difference = markDifference(expected, actual)
  return [marked(left), marked(right)]
}

describe('differing characters are marked', () => {
  test.each([
    ['equal values', 'same', 'same', 'same', 'same'],
    [
      'a slash more',
      'https://a.example/acs',
      'https://a.example/acs/',
      'https://a.example/acs',
      'https://a.example/acs[/]',
    ],
    [
      'another case',
      'https://a.example/ACS',
      'https://a.example/acs',
      'https://a.example/[ACS]',
      'https://a.example/[acs]',
    ],
    [
      'two places',
      'http://app.example/metadata',
      'https://app.example/metaData',
      'http://app.example/meta[d]ata',
      'http[s]://app.example/meta[D]ata',
    ],
    ['nothing in common', 'urn:one', 'xyz', '[urn:one]', '[xyz]'],
    [
      'chance letters in common are not shredded',
      'https://app.customer.example/saml',
      'https://elsewhere.test/saml',
      'https://[app.customer.example]/saml',
      'https://[elsewhere.test]/saml',
    ],
    ['an empty value', '', 'a', '', '[a]'],
    ['a space at the end', 'ada', 'ada ', 'ada', 'ada[␣]'],
    [
      'words among what differs',
      'at 12:00 (in 2 days)',
      'at 08:30 (5 days ago)',
      'at [12:00 (in 2 days])',
      'at [08:30 (5 days ago])',
    ],
    ['a no-break space', 'Ada Lovelace', 'Ada\u00a0Lovelace', 'Ada[␣]Lovelace', 'Ada[⍽]Lovelace'],
    ['a letter of another script', 'paypal', 'pаypal', 'p[a]ypal', 'p[а]ypal'],
    ['a zero-width space', 'ada', 'a\u200bda', 'ada', 'a[‹U+200B›]da'],
    ['emoji as whole characters', '😀', '😁', '[😀]', '[😁]'],
  ])('%s', (_name, expected, actual, left, right) => expect(both(expected, actual)).toEqual([left, right]))

  test('nothing is lost or added, and what is common is the same on both sides', () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '/', '😀'), maxLength: 60 })
    fc.assert(
      fc.property(value, value, (expected, actual) => {
        const { expected: left, actual: right } = markDifference(expected, actual)
        expect(left.map(({ text }) => text).join('')).toBe(expected)
        expect(right.map(({ text }) => text).join('')).toBe(actual)
        const common = (pieces: readonly Piece[]) => pieces.filter((piece) => !piece.differs).map((piece) => piece.text)
        expect(common(left).join('')).toBe(common(right).join(''))
      }),
    )
  })

  test('long values are compared by their ends only, quickly', () => {
    const { actual } = markDifference(`a${'x'.repeat(100_000)}b`, `a${'y'.repeat(100_000)}b`)
    expect(actual.map(({ differs }) => differs)).toEqual([false, true, false])
  })
})

describe('what cannot be seen is drawn', () => {
  test.each([
    ['a terminal escape', '\u001b[31mred', '␛[31mred'],
    ['line ends and tabs', 'a\r\n\tb', 'a␍↵⇥b'],
    ['a text turner', 'a\u202eb', 'a‹U+202E›b'],
    ['a byte order mark', '\ufeffa', '‹U+FEFF›a'],
    ['a C1 control', '\u009b31m', '‹U+009B›31m'],
    ['a filler', '\u3164', '‹U+3164›'],
    ['half a surrogate pair', 'a\ud800', 'a‹U+D800›'],
    ['an ideographic space', 'a\u3000b', 'a‹U+3000›b'],
    ['nothing else', 'é ß 😀 日本 العربية', 'é ß 😀 日本 العربية'],
  ])('%s', (_name, text, drawn) => expect(visibleText(text)).toBe(drawn))

  test('spaces that would be overlooked', () => expect(visibleValue(' a b  c ')).toBe('␣a b ␣c␣'))
})
