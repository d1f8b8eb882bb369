import { createHash, timingSafeEqual } from 'node:crypto'
import type { PracticePerson } from '#shared/model/practice-idp.ts'

/** By user name or e-mail address, whichever people type. Passwords are shown on the page and still compared properly. */
export function findPerson(
  people: readonly PracticePerson[],
  typed: { readonly username: string; readonly password: string },
): PracticePerson | undefined {
  const name = typed.username.trim().toLowerCase()
  if (name === '') return undefined
  const person = people.find(({ username, email }) => name === username.toLowerCase() || name === email.toLowerCase())
  return person !== undefined && same(person.password, typed.password) ? person : undefined
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))
