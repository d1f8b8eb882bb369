import { constants, verify } from 'node:crypto'
import { type SignatureMethod, signatureMethods } from '#main/xml/signature/algorithms.ts'
import type { TrustedKey } from '#main/xml/signature/verify-signature.ts'

/** As the binding hands it over: the octets that were signed, exactly as received. */
export interface QuerySignature {
  readonly method: string
  readonly value: Uint8Array
  readonly signedQuery: string
}

export interface QuerySignatureJudgement {
  readonly methodUri: string
  readonly method: SignatureMethod | undefined
  /** One of SigAlg and Signature is missing or garbled. */
  readonly incomplete: boolean
  readonly value: 'verified' | 'refuted' | 'not-computed'
  readonly verifiedBy: string | undefined
}

/** SAML Bindings §3.4.4.1: over the raw query, so that no re-encoding stands between what was signed and what is verified. */
export function judgeQuerySignature(signature: QuerySignature, keys: readonly TrustedKey[]): QuerySignatureJudgement {
  const method = signatureMethods.get(signature.method)
  const incomplete = signature.method === '' || signature.value.length === 0
  const judged = { methodUri: signature.method, method, incomplete }
  const fitting = keys.filter(({ key }) => key.asymmetricKeyType === method?.keyType)
  if (incomplete || method === undefined || fitting.length === 0) {
    return { ...judged, value: 'not-computed', verifiedBy: undefined }
  }
  const octets = Buffer.from(signature.signedQuery, 'latin1')
  const signer = fitting.find(({ key }) => {
    const pss = { key, padding: method.padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    const plain = method.keyType === 'ec' ? { key, dsaEncoding: 'ieee-p1363' as const } : { key }
    return verify(method.hash, octets, method.padding === undefined ? plain : pss, signature.value)
  })
  return { ...judged, value: signer === undefined ? 'refuted' : 'verified', verifiedBy: signer?.id }
}
