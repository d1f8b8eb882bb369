import type { Judged } from '#main/checks/finding/judged.ts'
import { openXml } from '#main/checks/gate/open-xml.ts'
import { judgeAssertion } from '#main/checks/judge-assertion.ts'
import { readAssertion } from '#main/saml/element/assertion.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { assertionFacts } from './assertion-facts.ts'
import { certificatesIn } from './certificates-in.ts'
import { loginContext } from './login-context.ts'
import { openSealed } from './open-sealed.ts'
import { type Described, type Description, makeThing } from './thing.ts'
import { type XmlShape, xmlText } from './xml-text.ts'

/** An assertion without its response, in clear or sealed: judged as far as that goes. */
export async function describeAssertion(shape: XmlShape, look: Look, context: InspectionContext): Promise<Described> {
  const opened = openXml(shape.bytes, messageLimits)
  const root = opened.kind === 'opened' ? opened.document.root : undefined
  const broken: Judged[] = opened.kind === 'refused' ? [['xml.document', opened.fault]] : []
  const described: Description =
    root === undefined ? { kind: 'saml-assertion', judged: broken } : assertionIn(root, context)
  const thing = makeThing(look, {
    ...described,
    text: xmlText(look),
    certificates: await certificatesIn(look.text),
  })
  return { thing, parts: root === undefined ? [] : openSealed(root, context).parts, exchanges: [] }
}

/** @param element saml:Assertion or saml:EncryptedAssertion, wherever it stands outside a response */
export function assertionIn(element: XmlElement, context: InspectionContext): Description {
  const { findings, ...judgement } = judgeAssertion(element, loginContext(context))
  const isSealed = element.local === 'EncryptedAssertion'
  const read = isSealed ? undefined : readAssertion(new UnverifiedElement(element))
  return {
    kind: 'saml-assertion',
    facts: [
      ['From', read?.issuer?.value],
      ['Sealed', isSealed ? 'yes, for the holder of a private key' : null],
      ...(read === undefined ? [] : assertionFacts(read)),
      ['ID', read?.id],
    ],
    judgement: { by: 'assertion', ...judgement },
    findings,
    judged: [['inspect.assertion', { kind: 'not-verified', trust: 'unverified', detail: alone }]],
  }
}

const alone =
  'Where it was sent, what it answers and how its response is signed is not known: nobody accepts one alone.'
