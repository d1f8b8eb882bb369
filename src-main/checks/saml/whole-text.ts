import type { AssertionElement } from '#main/saml/element/assertion.ts'
import type { Leaf } from '#main/saml/element/leaf.ts'
import type { ClaimMapping } from '#shared/model/profile.ts'
import type { CheckOf, Trust } from '../finding/outcome.ts'
import { readClaim } from '../identity/read-claim.ts'
import { noAssertion } from '../reading/on-assertion.ts'
import type { ResponseSubject } from '../reading/response-subject.ts'

/**
 * An element inside a name lets two readers see two names (CVE-2017-11427 and its family). A comment does so too where a reader
 * stops at it: we read past it, so the name is whole and whoever put it there is worth a warning.
 */
export const identifyingTextIsWhole: CheckOf<ResponseSubject, 'saml.text'> = {
  code: 'saml.text',
  run({ response, assertion, context }) {
    const split = firstSplit([response.element.issuer])
    if (split !== undefined) return fault('saml.text.split', split, response.trust)
    if (assertion === undefined) return noAssertion
    const { element, trust } = assertion
    const leaves = leavesOf(element, context.mapping)
    const inside = firstSplit(leaves)
    if (inside !== undefined) return fault('saml.text.split', inside, trust)
    const commented = leaves.find((leaf) => leaf?.commented)
    if (commented !== undefined) return fault('saml.text.comment', commented, trust)
    return { kind: 'passed', trust, at: element.view }
  },
}

const firstSplit = (leaves: readonly (Leaf | undefined)[]) => leaves.find((leaf) => leaf?.whole === false)

const fault = <Code extends 'saml.text.split' | 'saml.text.comment'>(code: Code, leaf: Leaf, trust: Trust) =>
  ({ kind: 'fault', code, trust, at: leaf, actual: leaf.value }) as const

const leavesOf = ({ issuer, subjects, conditions, attributes }: AssertionElement, mapping: ClaimMapping) => [
  issuer,
  ...subjects.flatMap(({ nameIds }) => nameIds),
  ...conditions.flatMap(({ audienceRestrictions }) => audienceRestrictions.flatMap(({ audiences }) => audiences)),
  ...Object.values(mapping).flatMap((names) => readClaim(attributes, names).attributes.flatMap(({ values }) => values)),
]
