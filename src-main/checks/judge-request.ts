import { readAuthnRequest } from '#main/saml/element/authn-request.ts'
import { SAMLP } from '#main/saml/namespaces.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import type { RequestJudgement } from '#shared/model/message-judgement.ts'
import { type Judged, makeFindings, notReached, runChecks, verdictWithoutTrust } from './finding/judged.ts'
import { judgeSignatures, signatureSummaries } from './message/judge-signatures.ts'
import { type IncomingMessage, openIncoming } from './message/open-incoming.ts'
import { readSignedMessage } from './message/signed-message.ts'
import { requestChecks } from './request/request-checks.ts'
import type { RequestContext, RequestSubject } from './request/request-context.ts'
import { type Lap, startLaps } from './timing.ts'

/**
 * Judges an AuthnRequest as the identity provider will (SAML Core §3.4.1, Profiles §4.1.4.1). Never throws for bad input.
 */
export function judgeRequest(incoming: IncomingMessage, context: RequestContext): RequestJudgement {
  const lap = startLaps(context.stopwatch)
  const opened = openIncoming(incoming)
  lap('parse')
  if (opened.kind === 'not-xml') return refused([['xml.document', opened.fault]], context, lap)
  if (opened.kind === 'not-carried') {
    const fault = {
      kind: 'fault',
      code: 'saml.request.encoding.unreadable',
      trust: 'unverified',
      actual: opened.actual,
    } as const
    return refused([['saml.request.encoding', fault]], context, lap)
  }
  const { root, query, relayState } = opened
  if (root.namespace !== SAMLP || root.local !== 'AuthnRequest') {
    const at = { place: () => placeOf(root) }
    const actual = `${root.name} {${root.namespace}}`
    const fault = {
      kind: 'fault',
      code: 'saml.request.message.other',
      trust: 'unverified',
      at,
      expected: 'samlp:AuthnRequest',
      actual,
    } as const
    return refused([wellFormed, ['saml.request.message', fault]], context, lap)
  }
  const message = readSignedMessage(root, context.serviceProvider.certificates, query, [])
  lap('verify')
  return judgeRead({ message, element: readAuthnRequest(message.view), relayState, context }, lap)
}

const wellFormed: Judged = ['xml.document', { kind: 'passed', trust: 'verified' }]

function judgeRead(subject: RequestSubject, lap: Lap): RequestJudgement {
  const { message, element, context } = subject
  const { certificates, entityId } = context.serviceProvider
  const signer = { now: context.now, policy: context.policy, identityProvider: { entityId, certificates } }
  const judged = [wellFormed, ...runChecks(requestChecks, subject), ...judgeSignatures(message, signer)]
  const findings = makeFindings(judged, { mode: context.policy.mode, required: new Set() })
  lap('checks')
  return {
    verdict: verdictWithoutTrust(findings),
    request: {
      id: element.id ?? null,
      issuer: element.issuer?.value ?? null,
      destination: element.destination ?? null,
      acsUrl: element.acsUrl ?? null,
      nameIdFormat: element.nameIdFormat ?? null,
      forceAuthn: element.forceAuthn,
      isPassive: element.isPassive,
    },
    findings,
    signatures: signatureSummaries(message),
    timing: lap.times,
  }
}

function refused(judged: readonly Judged[], context: RequestContext, lap: Lap): RequestJudgement {
  const all = [...judged, ...notReached(requestChecks, judged)]
  const findings = makeFindings(all, { mode: context.policy.mode, required: new Set() })
  return { verdict: 'rejected', request: null, findings, signatures: [], timing: lap.times }
}
