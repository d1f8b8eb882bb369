import { createHash } from 'node:crypto'
import type { NameIdValues } from '#main/saml/identity-provider/response-values.ts'
import { NAME_ID_EMAIL, NAME_ID_PERSISTENT, NAME_ID_TRANSIENT, NAME_ID_UNSPECIFIED } from '#main/saml/namespaces.ts'
import type { PracticePerson } from '#shared/model/practice-idp.ts'

export const nameIdFormats = [NAME_ID_EMAIL, NAME_ID_PERSISTENT, NAME_ID_TRANSIENT, NAME_ID_UNSPECIFIED] as const

export interface Naming {
  /** Entity IDs. */
  readonly identityProvider: string
  readonly serviceProvider: string
  /** What was asked for; the e-mail address where undefined. */
  readonly format: string | undefined
  /** An identifier never used before. */
  readonly fresh: string
}

/** @returns undefined where the format is none of ours (SAML Core §3.4.1.1: then InvalidNameIDPolicy) */
export function namePerson(person: PracticePerson, naming: Naming): NameIdValues | undefined {
  const { identityProvider, serviceProvider, format = NAME_ID_EMAIL, fresh } = naming
  switch (format) {
    case NAME_ID_PERSISTENT: {
      const value = createHash('sha256').update([identityProvider, serviceProvider, person.username].join('\n'))
      return { value: value.digest('hex'), format, nameQualifier: identityProvider, spNameQualifier: serviceProvider }
    }
    case NAME_ID_TRANSIENT:
      return { value: fresh, format }
    case NAME_ID_EMAIL:
    case NAME_ID_UNSPECIFIED:
      // Who has no address still has a user name: that the address is missing shows in the claims.
      return person.email === ''
        ? { value: person.username, format: NAME_ID_UNSPECIFIED }
        : { value: person.email, format }
    default:
      return undefined
  }
}
