import { expect, test } from 'vitest'
import { withoutQueryValues } from '#main/evidence/report/build/without-query-values.ts'

test.each([
  ['https://a.example/b', 'https://a.example/b'],
  ['https://a.example/b?x=1&y=2&z', 'https://a.example/b?x=…&y=…&…'],
  ['https://a.example/b?x=1=2', 'https://a.example/b?x=…'],
  ['https://a.example/b#id_token=abc&state=x', 'https://a.example/b#id_token=…&state=…'],
  ['https://a.example/b#secret', 'https://a.example/b#…'],
  ['https://user:word@a.example/b?', 'https://a.example/b?'],
  ['not an address', 'not an address'],
  ['', ''],
])('%s', (address, shown) => expect(withoutQueryValues(address)).toBe(shown))
