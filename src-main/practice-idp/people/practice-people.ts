import type { PracticePerson } from '#shared/model/practice-idp.ts'

function person(
  givenName: string,
  familyName: string,
  email: string,
  groups: readonly string[],
  username = givenName.toLowerCase(),
): PracticePerson {
  return { username, password: `${username}-practice`, email, givenName, familyName, groups: [...groups] }
}

/** Who can sign in. The last three are there for what goes wrong: letters, a foreign domain, no e-mail address. */
export const practicePeople: readonly PracticePerson[] = [
  person('Mira', 'Okafor', 'mira.okafor@example.com', ['everyone', 'it-admins']),
  person('Jonas', 'Lindqvist', 'jonas.lindqvist@example.com', ['everyone', 'engineering']),
  person('Priya', 'Raman', 'priya.raman@example.com', ['everyone', 'engineering', 'release-managers']),
  person('Tomas', 'Herrera', 'tomas.herrera@example.com', ['everyone', 'sales']),
  person('Zoë', "O'Brien-Çelik", 'zoe.obrien@example.com', ['everyone', 'finance & legal'], 'zoe'),
  person('Sam', 'Delacroix', 'sam.delacroix@partner.example', ['contractors']),
  person('Noor', 'Haddad', '', ['everyone']),
]
