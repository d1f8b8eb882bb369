import type { AssertionValues, AttributeValues } from '#main/saml/identity-provider/response-values.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'

const names: readonly string[] = wellKnownClaimNames.groups

export const withGroups = (
  assertion: AssertionValues,
  change: (attribute: AttributeValues) => AttributeValues,
): AssertionValues => ({
  ...assertion,
  attributes: assertion.attributes.map((attribute) => (names.includes(attribute.name) ? change(attribute) : attribute)),
})
