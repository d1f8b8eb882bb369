import type { Leaf } from '#main/saml/element/leaf.ts'
import { readClaim } from '../identity/read-claim.ts'
import { onAssertion } from '../reading/on-assertion.ts'

/** An element inside a name lets two readers see two names (CVE-2017-11427 and its family). Comments are dropped, the text is whole. */
export const identifyingTextIsWhole = onAssertion('saml.text', (assertion, { mapping }, trust) => {
  const leaves: (Leaf | undefined)[] = [
    assertion.issuer,
    ...assertion.subjects.flatMap(({ nameIds }) => nameIds),
    ...assertion.conditions.flatMap(({ audienceRestrictions }) =>
      audienceRestrictions.flatMap(({ audiences }) => audiences),
    ),
    ...Object.values(mapping).flatMap((names) =>
      readClaim(assertion.attributes, names).attributes.flatMap(({ values }) => values),
    ),
  ]
  const split = leaves.find((leaf) => leaf?.whole === false)
  if (split === undefined) return { kind: 'passed', trust, at: assertion.view }
  return { kind: 'fault', code: 'saml.text.split', trust, at: split, actual: split.value }
})
