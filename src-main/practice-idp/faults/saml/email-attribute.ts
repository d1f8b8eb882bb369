import type { AssertionValues, AttributeValues } from '#main/saml/identity-provider/response-values.ts'
import { NAME_ID_EMAIL, NAME_ID_PERSISTENT } from '#main/saml/namespaces.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'

const names: readonly string[] = wellKnownClaimNames.email

/** Changes the attribute of the e-mail address, whatever its name. @param change undefined leaves it out */
export const withEmail = (
  assertion: AssertionValues,
  change: (attribute: AttributeValues) => AttributeValues | undefined,
): AssertionValues => ({
  ...assertion,
  attributes: assertion.attributes.flatMap((attribute) =>
    names.includes(attribute.name) ? (change(attribute) ?? []) : attribute,
  ),
})

/** Takes the address out of the name as well, for a name identifier in e-mail format stands in for the attribute. */
export function withoutEmailName(assertion: AssertionValues, fresh: Uint8Array): AssertionValues {
  const { nameId } = assertion
  if (nameId?.format !== NAME_ID_EMAIL) return assertion
  return { ...assertion, nameId: { value: Buffer.from(fresh).toString('hex'), format: NAME_ID_PERSISTENT } }
}
