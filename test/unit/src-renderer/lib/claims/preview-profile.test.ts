import { expect, test } from 'vitest'
import { previewProfile } from '#renderer/lib/claims/preview-profile.ts'

test('the first mapped name with a value fills a profile member', () => {
  const mapping = { email: ['email', 'mail'], givenName: ['firstName'], familyName: [], groups: ['groups'] }
  const attributes = { email: [''], mail: ['ada@customer.example'], groups: ['a', 'b'], other: ['x'] }
  expect(previewProfile(attributes, mapping)).toEqual([
    { member: 'email', from: 'mail', values: ['ada@customer.example'] },
    { member: 'givenName', from: null, values: [] },
    { member: 'familyName', from: null, values: [] },
    { member: 'groups', from: 'groups', values: ['a', 'b'] },
  ])
})
