import { type AssertionElement, readAssertion } from '#main/saml/element/assertion.ts'
import { SAML } from '#main/saml/namespaces.ts'
import type { ElementView } from '#main/xml/tree/element-view.ts'
import type { FactList } from './thing.ts'

/** Assertions that can be read where they stand, those opened among them. */
export const assertionsIn = (response: ElementView): AssertionElement[] =>
  response.children(SAML, 'Assertion').map(readAssertion)

/** What an assertion says of the person, as written: nobody vouches for it here. */
export function assertionFacts({ subjects, conditions, authnStatements, attributes }: AssertionElement): FactList {
  const nameId = subjects[0]?.nameIds[0]
  const audiences = conditions.flatMap((each) =>
    each.audienceRestrictions.flatMap((restriction) => restriction.audiences),
  )
  const [statement] = authnStatements
  return [
    ['User', nameId?.value],
    ['NameID', nameId?.format],
    ['For', listed(audiences.map(({ value }) => value))],
    [
      'Delivered to',
      listed(subjects.flatMap(({ confirmations }) => confirmations.flatMap(({ data }) => data?.recipient ?? []))),
    ],
    ['Valid', period(conditions[0]?.notBefore, conditions[0]?.notOnOrAfter)],
    ['Signed in', statement?.authnInstant],
    ['By', statement?.contextClass],
    ...attributes.map(({ name, values }) => [name, values.map(({ value }) => value).join(', ')] as const),
  ]
}

const listed = (values: readonly string[]) => (values.length === 0 ? undefined : [...new Set(values)].join(', '))

function period(from: string | undefined, until: string | undefined): string | undefined {
  if (from === undefined) return until === undefined ? undefined : `until ${until}`
  return until === undefined ? `from ${from}` : `from ${from} until ${until}`
}
