import { constants, createHmac, type KeyObject, timingSafeEqual, verify } from 'node:crypto'
import { isForSignatures, type ProviderKey } from '../discovery/provider-key.ts'
import type { Claims } from './claims.ts'
import { readClaims } from './claims.ts'
import type { SignedToken } from './compact-token.ts'
import { fitsMethod, type SignatureMethod, signatureMethods } from './signature-methods.ts'

declare const verified: unique symbol
/** Claims whose signature a trusted key verified. Only `verifySignature` makes them. */
export type VerifiedClaims = Claims & { readonly [verified]: true }

export interface TrustedKeys {
  /** From the provider's own key set, never from the token. */
  readonly keys: readonly ProviderKey[]
  /** For the symmetric algorithms; undefined: they verify nothing. */
  readonly clientSecret: string | undefined
}

export interface SignatureJudgement {
  readonly algorithm: string | undefined
  readonly method: SignatureMethod | undefined
  readonly keyId: string | undefined
  /** Keys that the token may have been signed with, by its `kid`, or all where it has none. */
  readonly named: readonly ProviderKey[]
  /** Those of them that fit the algorithm and may sign. */
  readonly fitting: readonly ProviderKey[]
  /** `not-computed`: there was nothing to try. */
  readonly value: 'verified' | 'refuted' | 'not-computed'
  readonly verifiedBy: ProviderKey | 'client-secret' | undefined
  readonly claims: VerifiedClaims | undefined
}

/**
 * Verifies with the keys of the provider (RFC 7515 §5.2). The algorithm decides which keys are tried, never the other way round,
 * and keys the token brings along are not looked at.
 */
export function verifySignature(token: SignedToken, trusted: TrustedKeys): SignatureJudgement {
  const { alg, kid } = token.header.object
  const algorithm = typeof alg === 'string' ? alg : undefined
  const keyId = typeof kid === 'string' ? kid : undefined
  const method = algorithm === undefined ? undefined : signatureMethods.get(algorithm)
  const named = keyId === undefined ? trusted.keys : trusted.keys.filter(({ id }) => id === keyId)
  const fitting = method === undefined ? [] : named.filter((key) => mayVerify(key, method, algorithm))
  const judged = { algorithm, method, keyId, named, fitting }
  if (method?.family === 'hmac') return { ...judged, ...bySecret(token, method, trusted.clientSecret) }
  if (method === undefined || fitting.length === 0) return { ...judged, ...notComputed }
  const signer = fitting.find(({ key }) => key !== undefined && signedBy(token, method, key))
  return signer === undefined
    ? { ...judged, value: 'refuted', verifiedBy: undefined, claims: undefined }
    : { ...judged, value: 'verified', verifiedBy: signer, claims: seal(token) }
}

const notComputed = { value: 'not-computed', verifiedBy: undefined, claims: undefined } as const

const seal = (token: SignedToken) => readClaims(token.payload) as VerifiedClaims

export function mayVerify(key: ProviderKey, method: SignatureMethod, algorithm: string | undefined): boolean {
  const fits = key.key !== undefined && isForSignatures(key) && fitsMethod(key, method)
  return fits && (key.algorithm === null || key.algorithm === algorithm)
}

/** For the explanation too: with which key would it verify? An outcome of its own seals nothing. */
export function signedBy({ signingInput, signature }: SignedToken, method: SignatureMethod, key: KeyObject): boolean {
  const input = Buffer.from(signingInput, 'ascii')
  try {
    if (method.family === 'ec') return verify(method.hash, input, { key, dsaEncoding: 'ieee-p1363' }, signature)
    if (method.padding === undefined) return verify(method.hash, input, key, signature)
    const { padding } = method
    return verify(method.hash, input, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }, signature)
  } catch {
    return false
  }
}

function bySecret(token: SignedToken, method: SignatureMethod, secret: string | undefined) {
  if (secret === undefined) return notComputed
  const holds = authenticatedBy(token, method, secret)
  return holds
    ? ({ value: 'verified', verifiedBy: 'client-secret', claims: seal(token) } as const)
    : ({ value: 'refuted', verifiedBy: undefined, claims: undefined } as const)
}

export function authenticatedBy(
  { signingInput, signature }: SignedToken,
  method: SignatureMethod,
  secret: string | Uint8Array,
): boolean {
  if (method.family !== 'hmac' || method.hash === undefined) return false
  const expected = createHmac(method.hash, secret).update(signingInput, 'ascii').digest()
  return expected.length === signature.length && timingSafeEqual(expected, signature)
}
