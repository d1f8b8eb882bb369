import { expect, test } from 'vitest'
import { findPerson } from '#main/practice-idp/people/find-person.ts'
import { practicePeople } from '#main/practice-idp/people/practice-people.ts'
import { PracticePerson } from '#shared/model/practice-idp.ts'

const find = (username: string, password: string) => findPerson(practicePeople, { username, password })?.username

test.each([
  ['mira', 'mira-practice', 'mira'],
  [' MIRA ', 'mira-practice', 'mira'],
  ['Mira.Okafor@example.com', 'mira-practice', 'mira'],
  ['mira', 'mira-practice ', undefined],
  ['mira', 'MIRA-PRACTICE', undefined],
  ['mira', 'jonas-practice', undefined],
  ['mira', '', undefined],
  ['nobody', 'mira-practice', undefined],
  // Who has no address must not be found by typing nothing.
  ['', 'noor-practice', undefined],
])('%s / %s is %s', (username, password, found) => expect(find(username, password)).toBe(found))

test('the people serve for what they are there for', () => {
  const names = practicePeople.map(({ username }) => username)
  expect(new Set(names).size).toBe(names.length)
  for (const person of practicePeople) expect(PracticePerson.parse(person)).toEqual(person)
  const domains = new Set(practicePeople.map(({ email }) => email.split('@')[1]))
  expect(domains).toEqual(new Set(['example.com', 'partner.example', undefined]))
})
