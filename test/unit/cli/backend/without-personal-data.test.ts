import { expect, test } from 'vitest'
import { withoutPersonalData } from '#main/cli/backend/without-personal-data.ts'

test('an address of a person and a one-time token are taken out of what a library says', () => {
  const token = 'A'.repeat(43)
  expect(withoutPersonalData(`Key (email)=(ada.lovelace+x@acme.example) exists, see /setup/${token}/test`)).toBe(
    'Key (email)=(<address>) exists, see /setup/<token>/test',
  )
})

test('what is neither stays as it is', () => {
  const text = 'SQLITE_FULL at flow_0123456789abcdefghijkl (file:///srv/storage.ts:12:3)'
  expect(withoutPersonalData(text)).toBe(text)
})
