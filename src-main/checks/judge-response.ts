import type { AssertionElement } from '#main/saml/element/assertion.ts'
import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { CheckCode } from '#shared/findings/catalogue.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { Identity } from '#shared/model/identity.ts'
import type { ResponseJudgement, Verdict } from '#shared/model/judgement.ts'
import { type Judged, makeFindings, notReached, runChecks } from './finding/judged.ts'
import { withStrictness } from './finding/strictness.ts'
import { refuseOtherMessage } from './gate/message-kind.ts'
import { openXml } from './gate/open-xml.ts'
import { readIdentity } from './identity/read-identity.ts'
import { isRefuted, judgedOnTheWay } from './reading/on-the-way.ts'
import { readMessage } from './reading/read-message.ts'
import type { ResponseSubject } from './reading/response-subject.ts'
import { summariseSignature } from './reading/summarise-signature.ts'
import { responseChecks } from './response-checks.ts'
import type { ResponseContext } from './response-context.ts'
import { messageIsSaml2 } from './saml/version.ts'
import { type Lap, startLaps } from './timing.ts'

/** What a sign-in needs beside the judgement: to refuse a replay and to bound the session. */
export interface AcceptedLogin {
  readonly identity: Identity
  readonly assertionId: string
  /** Milliseconds since 1970 until which the assertion could be delivered again: remember its id at least that long. */
  readonly usableUntil: number
  /** SessionNotOnOrAfter, milliseconds since 1970. */
  readonly sessionEndsAt: number | null
}

/**
 * Judges a SAML response: every check, root causes marked, identity only from verified nodes. Never throws for bad input.
 * @param message the XML, decoded from its binding
 */
export function judgeResponse(message: string | Uint8Array, context: ResponseContext): ResponseJudgement {
  return judgeLogin(message, context).judgement
}

/** As `judgeResponse`, with what a sign-in needs. `accepted` is null unless the verdict is. */
export function judgeLogin(
  message: string | Uint8Array,
  context: ResponseContext,
): { readonly judgement: ResponseJudgement; readonly accepted: AcceptedLogin | null } {
  const lap = startLaps(context.stopwatch)
  const opened = openXml(message, messageLimits)
  lap('parse')
  if (opened.kind === 'refused') return refused([['xml.document', opened.fault]], context, lap)
  const wellFormed = ['xml.document', { kind: 'passed', trust: 'verified' }] as const
  const { root } = opened.document
  const otherMessage = refuseOtherMessage(root)
  if (otherMessage !== undefined) return refused([wellFormed, ['saml.message', otherMessage]], context, lap)
  return judgeOpened(root, [wellFormed], context, lap)
}

function judgeOpened(root: XmlElement, before: readonly Judged[], context: ResponseContext, lap: Lap) {
  const message = readMessage(root, context)
  lap('verify')
  const judged = runChecks(responseChecks, message.subject)
  const envelope = [...before, ...runChecks([messageIsSaml2], message.subject), ...judgedOnTheWay(message)]
  const findings = finish([...envelope, ...judged], context)
  const accepted = acceptedLogin(message.subject, findings)
  const verdict = verdictOf(findings, accepted)
  lap('checks')
  return {
    judgement: {
      verdict,
      identity: accepted?.identity ?? null,
      findings: verdict === 'accepted' ? withStrictness(findings, context.policy.mode) : findings,
      signatures: message.subject.signatures.map(summariseSignature),
      timing: lap.times,
    },
    accepted,
  }
}

function refused(judged: readonly Judged[], context: ResponseContext, lap: Lap) {
  const never = notReached([messageIsSaml2, { code: 'saml.structure' }, ...responseChecks], judged)
  const findings = finish([...judged, ...never], context)
  const judgement = { verdict: 'rejected' as const, identity: null, findings, signatures: [], timing: lap.times }
  return { judgement, accepted: null }
}

const finish = (judged: readonly Judged[], context: ResponseContext) =>
  makeFindings(judged, { mode: context.policy.mode, required: requiredChecks(context) })

const claimChecks = {
  email: 'saml.claim.email',
  givenName: 'saml.claim.given-name',
  familyName: 'saml.claim.family-name',
  groups: 'saml.claim.groups',
} as const

const requiredChecks = ({ requiredClaims }: ResponseContext) =>
  new Set<CheckCode>(requiredClaims.map((claim) => claimChecks[claim]))

/** Accepted only on verified bytes; refuted by an error. */
function verdictOf(findings: readonly Finding[], accepted: AcceptedLogin | null): Verdict {
  if (accepted !== null) return 'accepted'
  return isRefuted(findings) ? 'rejected' : 'undecided'
}

/** Of several sign-ins the session that ends first bounds ours. */
function firstSessionEnd({ authnStatements }: AssertionElement): number | null {
  const ends = authnStatements.flatMap(({ sessionNotOnOrAfter }) => parseSamlTime(sessionNotOnOrAfter ?? '') ?? [])
  return ends.length === 0 ? null : Math.min(...ends)
}

function acceptedLogin(
  { assertion, confirmation, context }: ResponseSubject,
  findings: readonly Finding[],
): AcceptedLogin | null {
  if (assertion?.trust !== 'verified' || findings.some(({ severity }) => severity === 'error')) return null
  const { element } = assertion
  const identity = readIdentity(element, context.mapping)
  const end = parseSamlTime(confirmation?.data?.notOnOrAfter ?? '')
  if (identity === null || element.id === undefined || end === undefined) return null
  return {
    identity,
    assertionId: element.id,
    usableUntil: end + context.policy.clockSkewSeconds * 1000,
    sessionEndsAt: firstSessionEnd(element),
  }
}
