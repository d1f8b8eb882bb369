import type { AttributeValues } from '#main/saml/identity-provider/response-values.ts'
import { ATTRIBUTE_NAME_BASIC } from '#main/saml/namespaces.ts'
import type { PracticePerson } from '#shared/model/practice-idp.ts'

/** The claims that the product's hand-out asks for, under the names it asks for. What a person has not is not sent. */
export function describePerson({ email, givenName, familyName, groups }: PracticePerson): AttributeValues[] {
  return [
    attribute('email', [email]),
    attribute('given_name', [givenName]),
    attribute('family_name', [familyName]),
    attribute('groups', groups),
  ].filter(({ values }) => values.length > 0)
}

const attribute = (name: string, values: readonly string[]): AttributeValues => ({
  name,
  nameFormat: ATTRIBUTE_NAME_BASIC,
  values: values.filter((value) => value !== ''),
})
