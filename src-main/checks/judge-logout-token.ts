import type { LogoutTokenJudgement } from '#shared/model/token-judgement.ts'
import { makeFindings, notReached, runChecks } from './finding/judged.ts'
import { readSubject, summarise } from './judge-token.ts'
import { logoutTokenChecks } from './oidc/logout-token-checks.ts'
import { openToken } from './oidc/token/open-token.ts'
import type { TokenContext } from './oidc/token/token-context.ts'
import { startLaps } from './timing.ts'

/** As for ID Tokens; nothing was requested, and nothing comes along. */
export interface LogoutTokenContext
  extends Omit<TokenContext, 'request' | 'beside' | 'mapping' | 'requiredClaims' | 'emailDomains'> {
  readonly wasUsed: ((issuer: string, id: string) => boolean) | undefined
}

const nothingAsked = {
  request: { nonce: undefined, maximumAge: undefined, acrValues: undefined, subject: undefined },
  beside: { accessToken: undefined, code: undefined, userInfo: undefined },
  mapping: { email: [], givenName: [], familyName: [], groups: [] },
  requiredClaims: [],
  emailDomains: undefined,
}

/** Judges a back-channel logout token (OpenID Connect Back-Channel Logout §2.6). Never throws for bad input. */
export async function judgeLogoutToken(text: string, context: LogoutTokenContext): Promise<LogoutTokenJudgement> {
  const lap = startLaps(context.stopwatch)
  const { signed, judged } = await openToken(text, context.client.decryptionKeys)
  lap('open')
  const policy = { mode: context.policy.mode, required: new Set<never>() }
  if (signed === undefined) {
    const findings = makeFindings([...judged, ...notReached(logoutTokenChecks, judged)], policy)
    return { verdict: verdictOf(findings, false), logout: null, findings, signatures: [], timing: lap.times }
  }
  const subject = { ...readSubject(signed, { ...context, ...nothingAsked }), wasUsed: context.wasUsed }
  const findings = makeFindings([...judged, ...runChecks(logoutTokenChecks, subject)], policy)
  const verdict = verdictOf(findings, subject.reading.trust === 'verified')
  lap('checks')
  return {
    verdict,
    logout: verdict === 'accepted' ? whom(subject.reading.claims.document.object) : null,
    findings,
    signatures: [summarise(subject)],
    timing: lap.times,
  }
}

function whom({ iss, sub, sid, jti }: Readonly<Record<string, unknown>>) {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return { issuer: String(iss), subject: text(sub), sessionId: text(sid), id: String(jti) }
}

/** Ending sessions takes a verified signature: without one nothing is accepted. */
function verdictOf(findings: LogoutTokenJudgement['findings'], verified: boolean) {
  if (findings.some(({ severity, code }) => severity === 'error' && code !== 'oidc.encryption.other-key'))
    return 'rejected'
  return verified ? 'accepted' : 'undecided'
}
