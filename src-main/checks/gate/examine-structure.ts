import { SAML, SAMLP } from '#main/saml/namespaces.ts'
import type { Identifiers } from '#main/xml/signature/identifiers.ts'
import { DS } from '#main/xml/signature/namespaces.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import { attributeOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { Fault } from '../finding/outcome.ts'

/** Where assertions and signatures stand. Faults mean that nothing in the document is believed. */
export interface Structure {
  readonly faults: readonly Fault<FaultCode<'saml.structure'>>[]
  readonly signatureFaults: readonly Fault<FaultCode<'saml.signature'>>[]
  /** The one assertion that is a child of the response. */
  readonly assertion: XmlElement | undefined
  readonly encryptedAssertion: XmlElement | undefined
  readonly responseSignature: XmlElement | undefined
  readonly assertionSignature: XmlElement | undefined
}

const home: Record<string, string> = {
  Response: SAMLP,
  Assertion: SAML,
  EncryptedAssertion: SAML,
  Signature: DS,
}

/** One walk over the whole document, before any cryptography (SAML Profiles §4.1.4.2; signature wrapping, Somorovsky et al. 2012). */
export function examineStructure(response: XmlElement, identifiers: Identifiers): Structure {
  const faults: Fault<FaultCode<'saml.structure'>>[] = []
  const signatureFaults: Fault<FaultCode<'saml.signature'>>[] = []
  const assertions: XmlElement[] = []
  const signatures: XmlElement[] = []
  const report = (code: FaultCode<'saml.structure'>, at: XmlElement, actual = at.name) =>
    faults.push({ kind: 'fault', code, trust: 'unverified', at: { place: () => placeOf(at) }, actual })
  const reportSignature = (code: FaultCode<'saml.signature'>, at: XmlElement) =>
    signatureFaults.push({ kind: 'fault', code, trust: 'unverified', at: { place: () => placeOf(at) } })

  const place = (element: XmlElement, inAdvice: boolean): void => {
    const namespace = home[element.local]
    if (namespace === undefined || element === response) return
    if (element.namespace !== namespace)
      report('saml.structure.look-alike', element, `${element.name} {${element.namespace}}`)
    else if (element.local === 'Signature') signatures.push(element)
    else if (element.parent === response && element.local !== 'Response') assertions.push(element)
    else if (!inAdvice || element.local === 'Response') report('saml.structure.assertion-misplaced', element)
  }
  const visit = (element: XmlElement, inAdvice: boolean) => {
    place(element, inAdvice)
    const advice = inAdvice || isAdvice(element)
    for (const child of element.children) if (child.kind === 'element') visit(child, advice)
  }
  visit(response, false)

  const [assertion] = assertions
  if (assertion === undefined) report('saml.structure.no-assertion', response)
  if (assertions[1] !== undefined)
    report('saml.structure.several-assertions', assertions[1], `${assertions.length} assertions`)
  for (const element of [response, ...assertions.filter(({ local }) => local === 'Assertion')]) {
    if ((attributeOf(element, 'ID') ?? '') === '') report('saml.structure.identifier-missing', element)
  }
  for (const [id, [, second]] of identifiers)
    if (second !== undefined) report('saml.structure.identifier-shared', second, id)

  const placed = placeSignatures(signatures, response, assertion, reportSignature)
  const encrypted = assertion?.local === 'EncryptedAssertion'
  return {
    faults,
    signatureFaults,
    assertion: encrypted ? undefined : assertion,
    encryptedAssertion: encrypted ? assertion : undefined,
    ...placed,
  }
}

function placeSignatures(
  signatures: readonly XmlElement[],
  response: XmlElement,
  assertion: XmlElement | undefined,
  report: (code: FaultCode<'saml.signature'>, at: XmlElement) => void,
) {
  const of = (parent: XmlElement | undefined) => signatures.filter((signature) => signature.parent === parent)
  const ours = of(response)
  const theirs = assertion === undefined ? [] : of(assertion)
  for (const signature of signatures) {
    if (!ours.includes(signature) && !theirs.includes(signature) && !isInAdvice(signature))
      report('saml.signature.misplaced', signature)
  }
  for (const extra of [ours[1], theirs[1]]) if (extra !== undefined) report('saml.signature.too-many', extra)
  return { responseSignature: ours[0], assertionSignature: theirs[0] }
}

/** A signature of an assertion in Advice is that assertion's own affair, and nothing is read from there (SAML Core §2.6.1). */
function isInAdvice(signature: XmlElement): boolean {
  const assertion = signature.parent
  return assertion?.local === 'Assertion' && assertion.namespace === SAML && isAdvice(assertion.parent)
}

const isAdvice = (element: XmlElement | null | undefined) => element?.local === 'Advice' && element.namespace === SAML
