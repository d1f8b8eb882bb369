import { openXml } from '#main/checks/gate/open-xml.ts'
import { readAssertion } from '#main/saml/element/assertion.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { assertionFacts } from './assertion-facts.ts'
import { certificatesIn } from './certificates-in.ts'
import { openSealed } from './open-sealed.ts'
import { type Described, makeThing } from './thing.ts'
import { type XmlShape, xmlText } from './xml-text.ts'

/** An assertion without its response, in clear or sealed. No judge takes it: nobody accepts one alone. */
export async function describeAssertion(shape: XmlShape, look: Look, context: InspectionContext): Promise<Described> {
  const opened = openXml(shape.bytes, messageLimits)
  const root = opened.kind === 'opened' ? opened.document.root : undefined
  const isSealed = shape.local === 'EncryptedAssertion'
  const element = root === undefined || isSealed ? undefined : readAssertion(new UnverifiedElement(root))
  const thing = makeThing(look, {
    kind: 'saml-assertion',
    facts: [
      ['From', element?.issuer?.value],
      ['Sealed', isSealed ? 'yes, for the holder of a private key' : null],
      ...(element === undefined ? [] : assertionFacts(element)),
      ['ID', element?.id],
    ],
    text: xmlText(look),
    certificates: await certificatesIn(look.text),
    judged: [
      opened.kind === 'refused'
        ? ['xml.document', opened.fault]
        : ['xml.document', { kind: 'passed', trust: 'verified' }],
      [
        'inspect.assertion',
        {
          kind: 'not-verified',
          trust: 'unverified',
          detail: 'An assertion alone is not judged. Give the whole response.',
        },
      ],
    ],
  })
  return { thing, parts: root === undefined ? [] : openSealed(root, context).parts, exchanges: [] }
}
