import { readClaim } from '../../identity/read-claim.ts'
import { onAssertion } from '../../reading/on-assertion.ts'

/** A single-valued claim that arrives in two attributes could be read as either (SAML Core §2.7.3.1). */
export const attributesAreUnambiguous = onAssertion('saml.attributes', ({ attributes, view }, { mapping }, trust) => {
  for (const member of ['email', 'givenName', 'familyName'] as const) {
    const { attributes: found, values } = readClaim(attributes, mapping[member])
    if (found.length > 1 && values.length > 1 && found[1] !== undefined) {
      const actual = values.map(({ value }) => value).join('\n')
      return {
        kind: 'fault',
        code: 'saml.attributes.duplicated',
        trust,
        at: found[1].view,
        expected: found[1].name,
        actual,
      }
    }
  }
  const padded = attributes.find((attribute) => attribute.values.some((leaf) => leaf.padded))
  if (padded !== undefined)
    return { kind: 'fault', code: 'saml.attributes.padded', trust, at: padded.view, actual: padded.name }
  return { kind: 'passed', trust, at: view }
})
