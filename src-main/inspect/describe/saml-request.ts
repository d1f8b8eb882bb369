import { judgeRequest } from '#main/checks/judge-request.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { certificatesIn } from './certificates-in.ts'
import { incomingOf } from './incoming-of.ts'
import { makeThing, type Thing } from './thing.ts'
import { type XmlShape, xmlText } from './xml-text.ts'

/** A samlp:AuthnRequest, with the signature of the address it travelled in. */
export async function describeRequest(shape: XmlShape, look: Look, context: InspectionContext): Promise<Thing> {
  const { now, policy, serviceProvider, stopwatch } = context
  const { entityId, acsUrl } = serviceProvider
  const { findings, ...judgement } = judgeRequest(incomingOf(shape, look), {
    ...{ now, policy, stopwatch },
    serviceProvider: {
      entityId,
      certificates: [],
      acsUrls: acsUrl === undefined ? [] : [acsUrl],
      signsRequests: false,
    },
    identityProvider: { signInUrls: [], nameIdFormats: [], wantsSignedRequests: false },
  })
  const { request } = judgement
  return makeThing(look, {
    kind: 'saml-request',
    facts: [
      ['From', request?.issuer],
      ['To', request?.destination],
      ['Answer to', request?.acsUrl],
      ['NameID', request?.nameIdFormat],
      ['Sign in again', request?.forceAuthn === true ? 'yes (ForceAuthn)' : null],
      ['Without a screen', request?.isPassive === true ? 'yes (IsPassive)' : null],
      ['ID', request?.id],
    ],
    text: xmlText(look),
    certificates: await certificatesIn(look.text),
    judgement: { by: 'request', ...judgement },
    findings,
  })
}
