import { openXml } from '#main/checks/gate/open-xml.ts'
import { judgeResponse } from '#main/checks/judge-response.ts'
import { type ResponseElement, readResponse } from '#main/saml/element/response.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { assertionFacts, assertionsIn } from './assertion-facts.ts'
import { certificatesIn } from './certificates-in.ts'
import { loginContext } from './login-context.ts'
import { openSealed } from './open-sealed.ts'
import { type Described, type FactList, makeThing } from './thing.ts'
import { type XmlShape, xmlText } from './xml-text.ts'

/** A samlp:Response: what it says, what its judge says, and what our keys opened in it. */
export async function describeResponse(shape: XmlShape, look: Look, context: InspectionContext): Promise<Described> {
  const { findings, ...judgement } = judgeResponse(shape.bytes, loginContext(context))
  const opened = openXml(shape.bytes, messageLimits)
  const sealed = opened.kind === 'opened' ? openSealed(opened.document.root, context) : undefined
  const thing = makeThing(look, {
    kind: 'saml-response',
    facts: sealed === undefined ? [] : responseFacts(readResponse(sealed.view)),
    text: xmlText(look),
    certificates: await certificatesIn(look.text),
    judgement: { by: 'response', ...judgement },
    findings,
  })
  return { thing, parts: sealed?.parts ?? [], exchanges: [] }
}

/** As written: nobody vouches for it here. */
function responseFacts({
  view,
  issuer,
  destination,
  inResponseTo,
  issueInstant,
  statuses,
  id,
}: ResponseElement): FactList {
  const [status] = statuses
  return [
    ['From', issuer?.value],
    ['Sent to', destination],
    ['Status', status?.codes.map((code) => code.slice(code.lastIndexOf(':') + 1)).join(', ')],
    ['Message', status?.message],
    ...assertionsIn(view).flatMap(assertionFacts),
    ['Issued', issueInstant],
    ['Answers', inResponseTo],
    ['ID', id],
  ]
}
