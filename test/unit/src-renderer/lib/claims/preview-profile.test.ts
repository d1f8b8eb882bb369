import { expect, test } from 'vitest'
import { previewProfile } from '#renderer/lib/claims/preview-profile.ts'

const received = { nameId: 'ada@customer.example', nameIdFormat: null, attributes: {} }
const mapping = { email: ['email', 'mail'], givenName: ['firstName'], familyName: [], groups: ['groups'] }
const email = (attributes: Record<string, string[]>, nameIdFormat: string | null = null) =>
  previewProfile({ ...received, attributes, nameIdFormat }, mapping)[0]

test('the first mapped name that is there decides, even where it is empty', () => {
  expect(email({ mail: ['ada@customer.example'], other: ['x'] })).toEqual({
    member: 'email',
    from: 'mail',
    values: ['ada@customer.example'],
    flaw: null,
  })
  expect(email({ email: [''], mail: ['ada@customer.example'] })).toMatchObject({ from: 'email', flaw: 'empty' })
})

test('several values are none, except for groups; equal ones are one', () => {
  expect(email({ email: ['a@x.example', 'b@x.example'] })).toMatchObject({ flaw: 'several' })
  expect(email({ email: ['a@x.example', 'a@x.example'] })).toMatchObject({ values: ['a@x.example'], flaw: null })
  const groups = previewProfile({ ...received, attributes: { groups: ['a', 'b'] } }, mapping)[3]
  expect(groups).toEqual({ member: 'groups', from: 'groups', values: ['a', 'b'], flaw: null })
})

test('a NameID in e-mail format stands in for the e-mail address, and for nothing else', () => {
  const format = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'
  expect(email({}, format)).toMatchObject({ from: 'NameID', values: ['ada@customer.example'], flaw: null })
  expect(email({})).toEqual({ member: 'email', from: null, values: [], flaw: 'missing' })
  expect(previewProfile({ ...received, nameIdFormat: format }, mapping)[1]?.flaw).toBe('missing')
})
