import { openXml } from '#main/checks/gate/open-xml.ts'
import { SAML } from '#main/saml/namespaces.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { attributeOf, descendantsOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { certificatesIn } from './certificates-in.ts'
import { assertionIn } from './saml-assertion.ts'
import { type Described, type Description, type FactList, makeThing } from './thing.ts'
import { type XmlShape, xmlText } from './xml-text.ts'

/** WS-Trust February 2005, and 1.3 and later. */
const TRUST: ReadonlySet<string | undefined> = new Set([
  'http://schemas.xmlsoap.org/ws/2005/02/trust',
  'http://docs.oasis-open.org/ws-sx/ws-trust/200512',
])
const SAML1 = 'urn:oasis:names:tc:SAML:1.0:assertion'
const names = new Set(['RequestSecurityTokenResponse', 'RequestSecurityTokenResponseCollection'])

export const isTokenResponse = ({ local, namespace }: XmlShape): boolean => TRUST.has(namespace) && names.has(local)

/** What a wresult carries (WS-Federation 1.2 §13.2.3): the assertion in it is judged like one that came alone. */
export async function describeTokenResponse(
  shape: XmlShape,
  look: Look,
  context: InspectionContext,
): Promise<Described> {
  const opened = openXml(shape.bytes, messageLimits)
  const root = opened.kind === 'opened' ? opened.document.root : undefined
  const tokens = root === undefined ? [] : descendantsOf(root).filter(isToken).slice(0, MOST_TOKENS)
  const thing = makeThing(look, {
    kind: 'ws-federation-response',
    facts: root === undefined ? [] : responseFacts(root),
    text: xmlText(look),
    certificates: await certificatesIn(look.text),
    judged:
      opened.kind === 'refused'
        ? [['xml.document', opened.fault]]
        : [['xml.document', { kind: 'passed', trust: 'verified' }]],
  })
  const parts = tokens.map((token, index) => ({
    ...makeThing({ layers: [], fields: [] }, describeOne(token, context)),
    place: tokens.length === 1 ? 'assertion' : `assertion ${index + 1}`,
  }))
  const isFaulty = parts.some(({ verdict }) => verdict === 'faulty')
  return { thing: isFaulty ? { ...thing, verdict: 'faulty' } : thing, parts, exchanges: [] }
}

/** No provider sends more than one. */
const MOST_TOKENS = 4

const isToken = ({ local, namespace }: XmlElement) =>
  (namespace === SAML && (local === 'Assertion' || local === 'EncryptedAssertion')) ||
  (namespace === SAML1 && local === 'Assertion')

const describeOne = (token: XmlElement, context: InspectionContext): Description =>
  token.namespace === SAML ? assertionIn(token, context) : firstVersion(token)

function responseFacts(root: XmlElement): FactList {
  const text = (wanted: string) => textOf(descendantsOf(root).find(({ local }) => local === wanted))
  return [
    ['For', text('Address')],
    ['Token type', text('TokenType')],
    ['Made', text('Created')],
    ['Valid', validUntil(text('Expires'))],
  ]
}

/** SAML 1.1, as written: no judge takes it. */
function firstVersion(assertion: XmlElement): Description {
  const inside = (wanted: string) => descendantsOf(assertion).find(({ local }) => local === wanted)
  const conditions = inside('Conditions')
  return {
    kind: 'saml-assertion',
    facts: [
      ['From', attributeOf(assertion, 'Issuer')],
      ['User', textOf(inside('NameIdentifier'))],
      ['For', textOf(inside('Audience'))],
      ['Valid', validUntil(conditions && attributeOf(conditions, 'NotOnOrAfter'))],
      ['ID', attributeOf(assertion, 'AssertionID')],
    ],
    judged: [['inspect.assertion', { kind: 'fault', code: 'inspect.assertion.saml-1', trust: 'unverified' }]],
  }
}

const validUntil = (end: string | undefined) => end && `until ${end}`

const textOf = (element: XmlElement | undefined): string | undefined =>
  element?.children
    .map((child) => (child.kind === 'text' ? child.value : ''))
    .join('')
    .trim()
