import { readLogoutMessage } from '#main/saml/element/logout-message.ts'
import { SAMLP } from '#main/saml/namespaces.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import type { LogoutJudgement } from '#shared/model/message-judgement.ts'
import { type Judged, makeFindings, notReached, runChecks, verdictWithoutTrust } from './finding/judged.ts'
import { logoutChecks } from './logout/logout-checks.ts'
import type { LogoutContext, LogoutSubject } from './logout/logout-context.ts'
import { judgeSignatures, signatureSummaries } from './message/judge-signatures.ts'
import { type IncomingMessage, openIncoming } from './message/open-incoming.ts'
import { readSignedMessage } from './message/signed-message.ts'
import { type Lap, startLaps } from './timing.ts'

/**
 * Judges a LogoutRequest or LogoutResponse (SAML Core §3.7, Profiles §4.4). Never throws for bad input. Without certificates it
 * may be accepted with its signature `not-verified`: who ends a session must give them.
 */
export function judgeLogout(incoming: IncomingMessage, context: LogoutContext): LogoutJudgement {
  const lap = startLaps(context.stopwatch)
  const opened = openIncoming(incoming)
  lap('parse')
  if (opened.kind === 'not-xml') return refused([['xml.document', opened.fault]], context, lap)
  if (opened.kind === 'not-carried') {
    const fault = {
      kind: 'fault',
      code: 'saml.logout.encoding.unreadable',
      trust: 'unverified',
      actual: opened.actual,
    } as const
    return refused([['saml.logout.encoding', fault]], context, lap)
  }
  const { root, query, relayState } = opened
  if (root.namespace !== SAMLP || (root.local !== 'LogoutRequest' && root.local !== 'LogoutResponse')) {
    const at = { place: () => placeOf(root) }
    const actual = `${root.name} {${root.namespace}}`
    const fault = {
      kind: 'fault',
      code: 'saml.logout.message.other',
      trust: 'unverified',
      at,
      expected: 'samlp:LogoutRequest',
      actual,
    } as const
    return refused([wellFormed, ['saml.logout.message', fault]], context, lap)
  }
  const { identityProvider, serviceProvider } = context
  const message = readSignedMessage(root, identityProvider.certificates, query, serviceProvider.decryptionKeys)
  lap('verify')
  return judgeRead({ message, element: readLogoutMessage(message.view), relayState, context }, lap)
}

const wellFormed: Judged = ['xml.document', { kind: 'passed', trust: 'verified' }]

function judgeRead(subject: LogoutSubject, lap: Lap): LogoutJudgement {
  const { message, element, context } = subject
  const judged = [wellFormed, ...runChecks(logoutChecks[element.kind], subject), ...judgeSignatures(message, context)]
  const findings = makeFindings(judged, { mode: context.policy.mode, required: new Set() })
  lap('checks')
  return {
    verdict: verdictWithoutTrust(findings),
    logout: {
      kind: element.kind,
      id: element.id ?? null,
      issuer: element.issuer?.value ?? null,
      nameId: element.nameIds[0]?.value ?? null,
      sessionIndexes: [...element.sessionIndexes],
      inResponseTo: element.inResponseTo ?? null,
    },
    findings,
    signatures: signatureSummaries(message),
    timing: lap.times,
  }
}

function refused(judged: readonly Judged[], context: LogoutContext, lap: Lap): LogoutJudgement {
  const all = [...judged, ...notReached(logoutChecks.LogoutRequest, judged)]
  const findings = makeFindings(all, { mode: context.policy.mode, required: new Set() })
  return { verdict: 'rejected', logout: null, findings, signatures: [], timing: lap.times }
}
