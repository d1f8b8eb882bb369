import { openXml } from '#main/checks/gate/open-xml.ts'
import { MD, SAML, SAMLP } from '#main/saml/namespaces.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { certificatesIn } from './certificates-in.ts'
import { describeAssertion } from './saml-assertion.ts'
import { describeLogout } from './saml-logout.ts'
import { describeMetadata } from './saml-metadata.ts'
import { describeRequest } from './saml-request.ts'
import { describeResponse } from './saml-response.ts'
import { alone, type Described, makeThing } from './thing.ts'
import { describeTokenResponse, isTokenResponse } from './ws-federation.ts'
import { type XmlShape, xmlText } from './xml-text.ts'

/** By the name of the outermost element, which its judge checks again by parsing. */
export async function describeXml(shape: XmlShape, look: Look, context: InspectionContext): Promise<Described> {
  const { local, namespace } = shape
  if (namespace === SAMLP || namespace === undefined) {
    if (local === 'Response') return describeResponse(shape, look, context)
    if (local === 'AuthnRequest') return alone(await describeRequest(shape, look, context))
    if (local === 'LogoutRequest' || local === 'LogoutResponse')
      return alone(await describeLogout(shape, look, context))
  }
  if (namespace === MD || namespace === undefined) {
    if (local === 'EntityDescriptor' || local === 'EntitiesDescriptor')
      return alone(await describeMetadata(shape, look, context))
  }
  if (namespace === SAML && (local === 'Assertion' || local === 'EncryptedAssertion'))
    return describeAssertion(shape, look, context)
  if (isTokenResponse(shape)) return describeTokenResponse(shape, look, context)
  return alone(await describeOther(shape, look))
}

async function describeOther({ bytes, local, namespace }: XmlShape, look: Look) {
  const opened = openXml(bytes, messageLimits)
  const broken = opened.kind === 'refused' ? ([['xml.document', opened.fault]] as const) : []
  return makeThing(look, {
    kind: 'other-xml',
    facts: [
      ['Outermost element', local === '' ? null : local],
      ['Namespace', namespace],
    ],
    text: xmlText(look),
    certificates: await certificatesIn(look.text),
    judged: [
      ...broken,
      ['inspect.document', { kind: 'fault', code: 'inspect.document.other-xml', trust: 'verified', actual: local }],
    ],
  })
}
