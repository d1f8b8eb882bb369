import type { AssertionElement } from '#main/saml/element/assertion.ts'
import type { Leaf } from '#main/saml/element/leaf.ts'
import type { ClaimMapping } from '#shared/model/profile.ts'
import type { CheckOf, Trust } from '../finding/outcome.ts'
import { readClaim } from '../identity/read-claim.ts'
import { noAssertion } from '../reading/on-assertion.ts'
import type { ResponseSubject } from '../reading/response-subject.ts'

/** An element inside a name lets two readers see two names (CVE-2017-11427 and its family). Comments are dropped, the text is whole. */
export const identifyingTextIsWhole: CheckOf<ResponseSubject, 'saml.text'> = {
  code: 'saml.text',
  run({ response, assertion, context }) {
    const split = firstSplit([response.element.issuer])
    if (split !== undefined) return fault(split, response.trust)
    if (assertion === undefined) return noAssertion
    const { element, trust } = assertion
    const inside = firstSplit(leavesOf(element, context.mapping))
    return inside === undefined ? { kind: 'passed', trust, at: element.view } : fault(inside, trust)
  },
}

const firstSplit = (leaves: readonly (Leaf | undefined)[]) => leaves.find((leaf) => leaf?.whole === false)

const fault = (split: Leaf, trust: Trust) =>
  ({ kind: 'fault', code: 'saml.text.split', trust, at: split, actual: split.value }) as const

const leavesOf = ({ issuer, subjects, conditions, attributes }: AssertionElement, mapping: ClaimMapping) => [
  issuer,
  ...subjects.flatMap(({ nameIds }) => nameIds),
  ...conditions.flatMap(({ audienceRestrictions }) => audienceRestrictions.flatMap(({ audiences }) => audiences)),
  ...Object.values(mapping).flatMap((names) => readClaim(attributes, names).attributes.flatMap(({ values }) => values)),
]
