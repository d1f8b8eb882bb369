import type { ResponseJudgement, SignatureSummary } from '#shared/model/judgement.ts'
import type { TokenIdentity, TokenJudgement, TokenSignature } from '#shared/model/token-judgement.ts'

/** A token's judgement in the form that every run has: `sub` is the name, `acr` the context, claims are the attributes. */
export const commonJudgement = ({
  verdict,
  identity,
  findings,
  signatures,
  timing,
}: TokenJudgement): ResponseJudgement => ({
  verdict,
  identity: identity && commonIdentity(identity),
  findings,
  signatures: signatures.map(commonSignature),
  timing,
})

const commonIdentity = ({ subject, issuer, sessionId, acr, claims, profile }: TokenIdentity) => ({
  nameId: subject,
  nameIdFormat: null,
  issuer,
  sessionIndex: sessionId,
  authnContext: acr,
  attributes: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, textsOf(value)])),
  profile,
})

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(textOf)
  return value === null || value === undefined ? [] : [textOf(value)]
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

const commonSignature = ({ algorithm, verified }: TokenSignature): SignatureSummary => ({
  covers: 'ID Token',
  algorithm,
  digest: /\d{3}$/.test(algorithm) ? `SHA-${algorithm.slice(-3)}` : '',
  verified,
})
