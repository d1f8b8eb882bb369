import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { RootCauseRule } from './root-cause-rule.ts'

/** A token that is no ID Token lacks what only ID Tokens have, and is for somebody else. */
const notAnIdToken: readonly FaultCode[] = [
  'oidc.nonce.missing',
  'oidc.audience.mismatch',
  'oidc.authorized-party.mismatch',
  'oidc.authentication-time.missing',
  'oidc.expiry.missing',
  'oidc.subject.missing',
]

const brokenSignatures: readonly FaultCode[] = [
  'oidc.signature.missing',
  'oidc.signature.other-key',
  'oidc.signature.secret-differs',
  'oidc.signature.invalid',
]

const badAlgorithms: readonly FaultCode[] = [
  'oidc.algorithm.missing',
  'oidc.algorithm.none',
  'oidc.algorithm.shared-secret',
  'oidc.algorithm.unknown',
  'oidc.algorithm.unexpected',
  'oidc.algorithm.not-announced',
]

const badKeys: readonly FaultCode[] = [
  'oidc.key.none',
  'oidc.key.unknown',
  'oidc.key.not-a-name',
  'oidc.key.encryption-only',
  'oidc.key.other-algorithm',
  'oidc.key.unreadable',
]

/** What follows from what, among the findings of a token. */
export const oidcRules: readonly RootCauseRule[] = [
  // Only a forger signs with a public key or a key of their own: that is what happened, whatever else does not fit.
  { cause: 'oidc.signature.public-key-as-secret', explains: [...badAlgorithms, ...badKeys] },
  { cause: 'oidc.signature.key-in-header', explains: badKeys },
  ...badAlgorithms.map((cause) => ({ cause, explains: [...badKeys, ...brokenSignatures] })),

  // Another provider signs with other keys.
  {
    cause: 'oidc.issuer.mismatch',
    explains: [...badKeys, 'oidc.signature.invalid', 'oidc.tenant.mismatch', 'oidc.tenant.missing'],
  },
  ...badKeys.map((cause) => ({ cause, explains: brokenSignatures })),

  ...(['oidc.type.logout-token', 'oidc.type.access-token'] as const).map((cause) => ({
    cause,
    explains: notAnIdToken,
  })),
  { cause: 'oidc.audience.mismatch', explains: ['oidc.authorized-party.mismatch'] },

  // A clock that is ahead moves every time stamp.
  {
    cause: 'oidc.issued-at.in-the-future',
    explains: ['oidc.not-before.too-early', 'oidc.authentication-time.in-the-future'],
  },
  // A token that comes too late is late by every rule.
  { cause: 'oidc.expiry.expired', explains: ['oidc.issued-at.too-old', 'oidc.authentication-time.too-old'] },

  { cause: 'oidc.subject.missing', explains: ['oidc.user-info.subject-differs'] },

  { cause: 'jwks.secrecy.shared-secret', explains: ['jwks.signing-key.none'] },
  { cause: 'discovery.issuer.missing', explains: ['discovery.members.missing'] },
]
