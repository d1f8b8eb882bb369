import { expect, test } from 'vitest'
import { practicePeople } from '#main/practice-idp/people/practice-people.ts'
import { namePerson } from '#main/practice-idp/responses/name-person.ts'
import { NAME_ID_EMAIL, NAME_ID_PERSISTENT, NAME_ID_TRANSIENT, NAME_ID_UNSPECIFIED } from '#main/saml/namespaces.ts'

const [mira, jonas] = practicePeople
const noor = practicePeople.find(({ email }) => email === '')
const naming = { identityProvider: 'urn:idp', serviceProvider: 'urn:sp', format: undefined, fresh: '_fresh' }

test('the e-mail address where nothing else is asked', () => {
  expect(namePerson(mira!, naming)).toEqual({ value: 'mira.okafor@example.com', format: NAME_ID_EMAIL })
  expect(namePerson(mira!, { ...naming, format: NAME_ID_UNSPECIFIED })?.value).toBe('mira.okafor@example.com')
})

test('the user name where there is no address, and then it is not called one', () => {
  expect(namePerson(noor!, { ...naming, format: NAME_ID_EMAIL })).toEqual({
    value: 'noor',
    format: NAME_ID_UNSPECIFIED,
  })
})

test('a persistent name is one person’s at one application (SAML Core §8.3.7)', () => {
  const nameOf = (person: typeof mira, serviceProvider = 'urn:sp', identityProvider = 'urn:idp') =>
    namePerson(person!, { ...naming, serviceProvider, identityProvider, format: NAME_ID_PERSISTENT })?.value
  expect(nameOf(mira)).toBe(nameOf(mira))
  const others = [nameOf(jonas), nameOf(mira, 'urn:other'), nameOf(mira, 'urn:sp', 'urn:other')]
  expect(new Set([nameOf(mira), ...others]).size).toBe(4)
})

test('a transient name is the one that was made for it', () => {
  expect(namePerson(mira!, { ...naming, format: NAME_ID_TRANSIENT })).toEqual({
    value: '_fresh',
    format: NAME_ID_TRANSIENT,
  })
})

test('a format nobody knows has no name', () => {
  expect(namePerson(mira!, { ...naming, format: 'urn:x' })).toBeUndefined()
})
