import type { AssertionElement } from '#main/saml/element/assertion.ts'
import { SAML, SAMLP } from '#main/saml/namespaces.ts'
import { DS } from '#main/xml/signature/namespaces.ts'
import type { CheckOf, Outcome, Trust } from '../finding/outcome.ts'
import type { ResponseSubject } from '../reading/response-subject.ts'

/** Children of an assertion that are read, or named elsewhere (SAML Core §2.3.3). */
const read = new Set(['Issuer', 'Subject', 'Conditions', 'Advice', 'AuthnStatement', 'AttributeStatement'])

/** SAML Core §3.2.2: Extensions may be ignored, and are; so are statements of other kinds (§2.7). */
export const extensionsAreIgnored: CheckOf<ResponseSubject, 'saml.extensions'> = {
  code: 'saml.extensions',
  run({ response: { element, trust }, assertion }) {
    const stranger = assertion && statementsIn(assertion.element, assertion.trust)
    const [extensions] = element.view.children(SAMLP, 'Extensions')
    if (extensions === undefined) return stranger ?? { kind: 'passed', trust, at: element.view }
    const actual = extensions
      .elements()
      .map(({ name }) => name)
      .join('\n')
    const ignored = { kind: 'fault', code: 'saml.extensions.ignored', trust, at: extensions, actual } as const
    return stranger === undefined ? ignored : [ignored, stranger]
  },
}

function statementsIn({ view }: AssertionElement, trust: Trust): Outcome<'saml.extensions'> | undefined {
  const others = view
    .elements()
    .filter(({ local, namespace }) => namespace !== DS && !(namespace === SAML && read.has(local)))
  const [first] = others
  if (first === undefined) return undefined
  const actual = others.map(({ name }) => name).join('\n')
  return { kind: 'fault', code: 'saml.extensions.statement', trust, at: first, actual }
}
