import { expect, test } from 'vitest'
import { maskText, maskValue } from '#main/evidence/report/redact/mask-value.ts'

test.each([
  ['ada@example.com', '•••@example.com'],
  ['6F1D2F6E-52a3-4a0c-9e67-6f1f4c1a9a10', '••• (GUID)'],
  ['é😀', '••• (2 characters)'],
  ['A', '••• (1 character)'],
  ['', ''],
])('%s is hidden as %s', (value, masked) => expect(maskValue(value)).toBe(masked))

test.each([
  ['Hello Ada, adamant.', ['Ada'], 'Hello •••, adamant.'],
  ['Ada Lovelace and Ada', ['Ada Lovelace', 'Ada'], '••• and •••'],
  ['a.b (c-d) [e] $f ^g \\h/i', ['a.b', '(c-d)', '[e]', '$f', '^g', '\\h/i'], '••• ••• ••• ••• ••• •••'],
  ['mail ada.l+x@a.example, bob%40b.example.', [], 'mail •••@a.example, •••%40b.example.'],
  ['nobody', ['\ud800', 'x'], 'nobody'],
])('%s', (text, personal, masked) => expect(maskText(text, personal)).toBe(masked))
