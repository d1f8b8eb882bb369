import { constants, createHash, type KeyObject, timingSafeEqual, verify } from 'node:crypto'
import { canonicalize } from '../canonicalize/canonicalize.ts'
import { OpenedElements } from '../encryption/opened-elements.ts'
import { attributeOf } from '../tree/query.ts'
import type { XmlElement } from '../tree/xml-tree.ts'
import type { Identifiers } from './identifiers.ts'
import { readSignature, type SignatureDescription } from './read-signature.ts'
import { Seal } from './seal.ts'
import type { SignatureFault } from './signature-fault.ts'
import { VerifiedElement } from './verified-element.ts'

/** A public key the caller vouches for. `id` names it in the result, such as its certificate's SHA-256. */
export interface TrustedKey {
  readonly id: string
  readonly key: KeyObject
}

/** What came of one Signature. Digest and value are judged apart: changed content is told from a wrong key. */
export interface SignatureJudgement {
  readonly signature: SignatureDescription
  /** The parent: the only element an enveloped SAML signature may cover (SAML Core §5.4.2). */
  readonly covers: XmlElement | null
  /** Faults of shape and reference. With any of them nothing is verified. */
  readonly faults: readonly SignatureFault[]
  readonly digest: 'matches' | 'differs' | 'not-computed'
  readonly value: 'verified' | 'refuted' | 'not-computed'
  readonly verifiedBy: string | undefined
  /** Present only where shape, digest and value all hold. */
  readonly verified: VerifiedElement | undefined
}

/**
 * Judges one enveloped Signature (XML-DSig §3.2) with the given keys only; KeyInfo is never trusted and nothing is fetched.
 * @param how `idAttribute` identifies what is signed, `ID` in SAML; `opened` holds what was decrypted inside it
 */
export function verifySignature(
  element: XmlElement,
  keys: readonly TrustedKey[],
  identifiers: Identifiers,
  { idAttribute = 'ID', opened = OpenedElements.none }: { idAttribute?: string; opened?: OpenedElements } = {},
): SignatureJudgement {
  const signature = readSignature(element)
  const covers = element.parent
  const faults = [...signature.faults, ...referenceFaults(signature, covers, identifiers, idAttribute)]
  const digest = faults.length > 0 ? 'not-computed' : judgeDigest(signature, covers)
  const { value, verifiedBy } = judgeValue(signature, keys)
  const holds = covers !== null && faults.length === 0 && digest === 'matches' && value === 'verified'
  const verified = holds ? new VerifiedElement(Seal.verifier, covers, element, opened) : undefined
  return { signature, covers, faults, digest, value, verifiedBy, verified }
}

/** What was computed of a signed element as it streamed by. */
export interface StreamedDigest {
  /** Its `ID`. */
  readonly id: string | undefined
  /** Whether another element has the same identifier. */
  readonly isShared: boolean
  /** Of its canonical form without the Signature; undefined where the Signature does not say how. */
  readonly digest: Buffer | undefined
}

/** Like `verifySignature`, for an element too long for a tree. Nothing becomes a `VerifiedElement`: what passed by is gone. */
export function judgeStreamedSignature(
  signature: SignatureDescription,
  keys: readonly TrustedKey[],
  { id, isShared, digest: computed }: StreamedDigest,
): Omit<SignatureJudgement, 'covers' | 'verified'> {
  const { element, referenceUri, digestValue } = signature
  const fault = (kind: SignatureFault['kind'], actual: string): SignatureFault => ({ kind, at: element, actual })
  const faults = [...signature.faults]
  if (id === undefined || id === '') faults.push(fault('identifier-missing', element.parent?.name ?? ''))
  else if (referenceUri !== `#${id}`) faults.push(fault('reference-elsewhere', referenceUri ?? 'no URI'))
  else if (isShared) faults.push(fault('identifier-shared', id))
  const isComputed = faults.length === 0 && computed !== undefined && digestValue !== undefined
  const matches = isComputed && computed.length === digestValue.length && timingSafeEqual(computed, digestValue)
  return {
    signature,
    faults,
    digest: isComputed ? (matches ? 'matches' : 'differs') : 'not-computed',
    ...judgeValue(signature, keys),
  }
}

/** Would this key verify the SignatureValue? For diagnosis (a rolled key): the answer never makes anything trusted. */
export function signatureValueVerifies(signature: SignatureDescription, key: KeyObject): boolean {
  return judgeValue(signature, [{ id: 'candidate', key }]).value === 'verified'
}

function referenceFaults(
  { element, referenceUri }: SignatureDescription,
  covers: XmlElement | null,
  identifiers: Identifiers,
  idAttribute: string,
): SignatureFault[] {
  if (covers === null) return [{ kind: 'reference-elsewhere', at: element, actual: 'the Signature is the root' }]
  const id = attributeOf(covers, idAttribute)
  if (id === undefined || id === '') return [{ kind: 'identifier-missing', at: covers, actual: covers.name }]
  if (referenceUri !== `#${id}`) {
    return [{ kind: 'reference-elsewhere', at: element, actual: referenceUri ?? 'no URI' }]
  }
  if (identifiers.get(id)?.length !== 1) return [{ kind: 'identifier-shared', at: covers, actual: id }]
  return []
}

function judgeDigest(signature: SignatureDescription, covers: XmlElement | null): SignatureJudgement['digest'] {
  const { transform, digestHash, digestValue, element } = signature
  if (covers === null || transform === undefined || digestHash === undefined || digestValue === undefined)
    return 'not-computed'
  const computed = createHash(digestHash)
    .update(canonicalize(covers, transform, element), 'utf8')
    .digest()
  return computed.length === digestValue.length && timingSafeEqual(computed, digestValue) ? 'matches' : 'differs'
}

function judgeValue(
  { signedInfo, canonicalization, method, signatureValue }: SignatureDescription,
  keys: readonly TrustedKey[],
): Pick<SignatureJudgement, 'value' | 'verifiedBy'> {
  const undecided = { value: 'not-computed', verifiedBy: undefined } as const
  if (!signedInfo || !canonicalization || !method || !signatureValue) return undecided
  const fitting = keys.filter(({ key }) => key.asymmetricKeyType === method.keyType)
  if (fitting.length === 0) return undecided
  const octets = Buffer.from(canonicalize(signedInfo, canonicalization), 'utf8')
  for (const { id, key } of fitting) {
    const how =
      method.keyType === 'ec' ? { key, dsaEncoding: 'ieee-p1363' as const } : rsaVerification(key, method.padding)
    if (verify(method.hash, octets, how, signatureValue)) return { value: 'verified', verifiedBy: id }
  }
  return { value: 'refuted', verifiedBy: undefined }
}

/** PSS salt is as long as the digest (RFC 9231 §2.3.10). */
const rsaVerification = (key: KeyObject, padding: number | undefined) =>
  padding === undefined ? { key } : { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
