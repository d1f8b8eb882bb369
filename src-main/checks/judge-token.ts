import { readClaims } from '#main/oidc/token/claims.ts'
import { verifySignature } from '#main/oidc/token/verify-signature.ts'
import type { CheckCode } from '#shared/findings/catalogue.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import type { TokenIdentity, TokenJudgement, TokenSignature } from '#shared/model/token-judgement.ts'
import { type Judged, makeFindings, notReached, runChecks } from './finding/judged.ts'
import { withStrictness } from './finding/strictness.ts'
import { type OpenedToken, openToken } from './oidc/token/open-token.ts'
import { plainObject } from './oidc/token/plain-object.ts'
import { readTokenIdentity } from './oidc/token/read-token-identity.ts'
import type { TokenContext } from './oidc/token/token-context.ts'
import type { TokenSubject } from './oidc/token/token-subject.ts'
import { userInfoOf } from './oidc/token/user-info.ts'
import { tokenChecks } from './oidc/token-checks.ts'
import { type Lap, startLaps } from './timing.ts'

/**
 * Judges an ID Token: every check, root causes marked, identity only from verified claims. Never throws for bad input.
 * @param token in compact serialization, as received
 */
export async function judgeToken(token: string, context: TokenContext): Promise<TokenJudgement> {
  const lap = startLaps(context.stopwatch)
  const opened = await openToken(token, context.client.decryptionKeys)
  lap('open')
  return judgeOpenedToken(opened, context, lap)
}

/**
 * The same for a token that was opened before: judging again needs no private key.
 * @param before what was judged on the way to the token; an error there refuses it as well
 */
export function judgeOpenedToken(
  token: OpenedToken,
  context: TokenContext,
  lap: Lap = startLaps(undefined),
  before: readonly Judged[] = [],
): TokenJudgement {
  const opened = { ...token, judged: [...before, ...token.judged] }
  if (opened.signed === undefined) return notRead(opened, context, lap)
  const subject = readSubject(opened.signed, context)
  lap('verify')
  const findings = finish([...opened.judged, ...runChecks(tokenChecks, subject)], context)
  const identity = acceptedIdentity(subject, findings)
  const verdict = verdictOf(findings, identity)
  lap('checks')
  return {
    verdict,
    token: { encrypted: opened.encrypted, ...readable(subject) },
    identity,
    findings: verdict === 'accepted' ? withStrictness(findings, context.policy.mode, 'oidc.policy') : findings,
    signatures: [summarise(subject)],
    timing: lap.times,
  }
}

/** The signature is verified here, once. */
export function readSubject(token: NonNullable<OpenedToken['signed']>, context: TokenContext): TokenSubject {
  const trusted = { keys: context.provider.keys ?? [], clientSecret: context.client.secret }
  const signature = verifySignature(token, trusted)
  const { claims } = signature
  return {
    context,
    token,
    signature,
    reading:
      claims === undefined ? { trust: 'unverified', claims: readClaims(token.payload) } : { trust: 'verified', claims },
    userInfo: userInfoOf(context.beside.userInfo, token.payload.object.sub),
  }
}

function notRead(opened: OpenedToken, context: TokenContext, lap: Lap): TokenJudgement {
  const findings = finish([...opened.judged, ...notReached(tokenChecks, opened.judged)], context)
  return {
    verdict: verdictOf(findings, null),
    token:
      opened.header === undefined ? null : { encrypted: true, header: plainObject(opened.header.object), claims: {} },
    identity: null,
    findings,
    signatures: [],
    timing: lap.times,
  }
}

const readable = ({ token }: TokenSubject) => ({
  header: plainObject(token.header.object),
  claims: plainObject(token.payload.object),
})

const claimChecks = {
  email: 'oidc.claim.email',
  givenName: 'oidc.claim.given-name',
  familyName: 'oidc.claim.family-name',
  groups: 'oidc.claim.groups',
} as const

function finish(judged: OpenedToken['judged'], { policy, requiredClaims }: TokenContext): Finding[] {
  const required = new Set<CheckCode>(requiredClaims.map((claim) => claimChecks[claim]))
  return makeFindings(judged, { mode: policy.mode, required })
}

function acceptedIdentity(
  { reading, userInfo, context }: TokenSubject,
  findings: readonly Finding[],
): TokenIdentity | null {
  if (reading.trust !== 'verified' || findings.some(({ severity }) => severity === 'error')) return null
  return readTokenIdentity(reading.claims, userInfo, context)
}

/** Accepted only on verified claims; refuted by an error. What we have no key for is not refuted: nobody can tell. */
function verdictOf(findings: readonly Finding[], identity: TokenIdentity | null): Verdict {
  if (identity !== null) return 'accepted'
  const refuted = findings.some(({ severity, code }) => severity === 'error' && code !== 'oidc.encryption.other-key')
  return refuted ? 'rejected' : 'undecided'
}

export function summarise({ signature, token }: TokenSubject): TokenSignature {
  const { verifiedBy, value, keyId } = signature
  const thumbprint = typeof verifiedBy === 'object' ? verifiedBy.thumbprint : null
  return {
    covers: 'token',
    algorithm: String(token.header.object.alg ?? ''),
    keyId: keyId ?? null,
    ...(thumbprint === null ? {} : { keyThumbprint: thumbprint }),
    verified: value === 'verified',
  }
}
