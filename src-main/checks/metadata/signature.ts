import type { ReadCertificate } from '#main/pki/certificate/read-certificate.ts'
import type { Identifiers } from '#main/xml/signature/identifiers.ts'
import { DS } from '#main/xml/signature/namespaces.ts'
import { readSignature } from '#main/xml/signature/read-signature.ts'
import {
  judgeStreamedSignature,
  type SignatureJudgement,
  type StreamedDigest,
  type TrustedKey,
  verifySignature,
} from '#main/xml/signature/verify-signature.ts'
import { childElements, textOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import { describeSummary } from '../certificates/describe-summary.ts'
import type { Fault, NotVerified, Passed } from '../finding/outcome.ts'
import { at, type MetadataContext, trust } from './entity-context.ts'
import { type CertificateReader, readOrReason } from './read-certificates.ts'

type SignatureContext = Pick<MetadataContext, 'trustedCertificates' | 'readCertificate'>
type Code = FaultCode<'metadata.signature'>
type SignatureOutcome = Passed | NotVerified | Fault<Code>

/** A key that was given is told from one that came along: only the first proves anything (SAML Metadata §3, SAML Core §5.4). */
export function judgeMetadataSignature(
  element: XmlElement,
  identifiers: Identifiers,
  context: SignatureContext,
): SignatureOutcome[] {
  const { trustedCertificates } = context
  const [signature, another] = childElements(element, DS, 'Signature')
  const fault = (code: Code, evidence: Partial<Fault> = {}): SignatureOutcome => ({
    kind: 'fault',
    trust,
    at: at(signature ?? element),
    ...evidence,
    code,
  })
  if (signature === undefined)
    return [fault(trustedCertificates === undefined ? 'metadata.signature.missing' : 'metadata.signature.unsigned')]
  if (another !== undefined) return [fault('metadata.signature.malformed', { actual: 'several Signature elements' })]
  return judgeWithKeys(signature, context, (keys) => verifySignature(signature, keys, identifiers), fault)
}

/** The same of an aggregate whose Signature and digest were taken as it streamed by; `signature` undefined where there is none. */
export function judgeAggregateSignature(
  root: XmlElement,
  signature: XmlElement | undefined,
  streamed: StreamedDigest,
  context: SignatureContext,
): SignatureOutcome[] {
  if (signature === undefined) return judgeMetadataSignature(root, new Map(), context)
  const fault: MakeFault = (code, evidence = {}) => ({ kind: 'fault', trust, at: at(signature), ...evidence, code })
  return judgeWithKeys(
    signature,
    context,
    (keys) => judgeStreamedSignature(readSignature(signature), keys, streamed),
    fault,
  )
}

type MakeFault = (code: Code, evidence?: Partial<Fault>) => SignatureOutcome

function judgeWithKeys(
  signature: XmlElement,
  { trustedCertificates, readCertificate = readOrReason }: SignatureContext,
  verify: (keys: readonly TrustedKey[]) => Judgement,
  fault: MakeFault,
): SignatureOutcome[] {
  const embedded = embeddedCertificates(signature, readCertificate)
  const certificates = trustedCertificates ?? embedded
  const judgement = verify(keysOf(certificates))
  const weak = isWeak(judgement) ? [fault('metadata.signature.sha-1', { actual: judgement.signature.methodUri })] : []
  return [judge(judgement, certificates, embedded, trustedCertificates !== undefined, fault), ...weak]
}

type Judgement = Omit<SignatureJudgement, 'covers' | 'verified'>

function judge(
  judgement: Judgement,
  certificates: readonly ReadCertificate[],
  embedded: readonly ReadCertificate[],
  isTrusted: boolean,
  fault: MakeFault,
): SignatureOutcome {
  const [shape] = judgement.faults
  const here = at(judgement.signature.element)
  if (shape !== undefined) return fault('metadata.signature.malformed', { at: at(shape.at), actual: shape.actual })
  if (judgement.digest === 'differs') return fault('metadata.signature.changed')
  const signer = certificates.find(({ summary }) => summary.sha256 === judgement.verifiedBy)
  if (signer !== undefined && judgement.digest === 'matches' && judgement.value === 'verified') {
    const actual = describeSummary(signer.summary)
    return isTrusted ? { kind: 'passed', trust, at: here, actual } : fault('metadata.signature.embedded', { actual })
  }
  if (isTrusted) {
    const expected = certificates.map(({ summary }) => describeSummary(summary)).join('\n')
    const actual = embedded.map(({ summary }) => describeSummary(summary)).join('\n')
    return fault('metadata.signature.other-key', { expected, ...(actual !== '' && { actual }) })
  }
  if (judgement.value === 'refuted')
    return fault('metadata.signature.changed', { detail: 'Not even the certificate beside the signature verifies it.' })
  return { kind: 'not-verified', trust, at: here, detail: 'There is a signature, and no certificate to check it with.' }
}

const isWeak = ({ signature }: Judgement) => signature.method?.hash === 'sha1' || signature.digestHash === 'sha1'

function embeddedCertificates(signature: XmlElement, read: CertificateReader): ReadCertificate[] {
  const texts = childElements(signature, DS, 'KeyInfo')
    .flatMap((keyInfo) => childElements(keyInfo, DS, 'X509Data'))
    .flatMap((data) => childElements(data, DS, 'X509Certificate'))
    .map((certificate) => textOf(certificate).replace(/\s+/g, ''))
  return texts.map(read).filter((reading) => typeof reading !== 'string')
}

const keysOf = (certificates: readonly ReadCertificate[]): TrustedKey[] =>
  certificates.flatMap(
    (certificate) => attempt(() => ({ id: certificate.summary.sha256, key: certificate.publicKey })) ?? [],
  )

/** A certificate nobody can read, or whose key this runtime does not know, verifies nothing. */
function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
