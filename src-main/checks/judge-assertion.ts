import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { assertionChecks } from './assertion-checks.ts'
import { makeFindings, runChecks } from './finding/judged.ts'
import { isRefuted, judgedOnTheWay } from './reading/on-the-way.ts'
import { readMessage } from './reading/read-message.ts'
import { summariseSignature } from './reading/summarise-signature.ts'
import type { ResponseContext } from './response-context.ts'
import { messageIsSaml2 } from './saml/version.ts'
import { startLaps } from './timing.ts'

/**
 * Judges an assertion without its response, as far as that goes: where it came to, what it answers and whether anybody asked is
 * not known. So it is refuted or undecided, and never signs anyone in.
 * @param root saml:Assertion or saml:EncryptedAssertion, by itself or inside something that is not a response
 */
export function judgeAssertion(root: XmlElement, context: ResponseContext): ResponseJudgement {
  const lap = startLaps(context.stopwatch)
  const message = readMessage(root, context)
  lap('verify')
  const judged = [...judgedOnTheWay(message), ...runChecks([messageIsSaml2, ...assertionChecks], message.subject)]
  const findings = makeFindings(judged, { mode: context.policy.mode, required: new Set() })
  lap('checks')
  return {
    verdict: isRefuted(findings) ? 'rejected' : 'undecided',
    identity: null,
    findings,
    signatures: message.subject.signatures.map(summariseSignature),
    timing: lap.times,
  }
}
