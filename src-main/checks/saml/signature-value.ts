import { X509Certificate } from 'node:crypto'
import { DS } from '#main/xml/signature/namespaces.ts'
import type { SignatureDescription } from '#main/xml/signature/read-signature.ts'
import { signatureValueVerifies } from '#main/xml/signature/verify-signature.ts'
import { childElements, descendantsOf, textOf } from '#main/xml/tree/query.ts'
import type { TrustedCertificate } from '../response-context.ts'
import { describeCertificate, sha256Of } from './describe-certificate.ts'
import { at, onEachSignature } from './on-signature.ts'

/** More than a chain of these in KeyInfo is not looked at. */
const MOST_CANDIDATES = 4

/** Which of our certificates made it or, if none did, why: the key was rolled, is unknown, or the signature is forged. */
export const signatureIsByKnownKey = onEachSignature(
  'saml.signature-value',
  ({ judgement }, { identityProvider }, trust) => {
    const { signature, value, verifiedBy } = judgement
    const { certificates, retiredCertificates = [] } = identityProvider
    const place = at(signature.element)
    if (value === 'verified') {
      return { kind: 'passed', trust, at: place, actual: nameOf(certificates, verifiedBy) }
    }
    if (certificates.length === 0) {
      return { kind: 'not-verified', trust, at: place, detail: 'No certificate of the identity provider was given.' }
    }
    if (!isReadable(signature)) {
      return { kind: 'not-verified', trust, at: place, detail: 'The signature cannot be read.' }
    }
    const inMessage = readCandidates(signature)
    const retired = retiredCertificates.slice(0, MOST_CANDIDATES).find(({ x509 }) => madeIt(x509, signature))
    if (retired !== undefined) {
      return {
        kind: 'fault',
        code: 'saml.signature-value.retired-key',
        trust,
        at: place,
        expected: certificates.map(({ x509 }) => describeCertificate(x509)).join('\n'),
        actual: describeCertificate(retired.x509),
      }
    }
    return {
      kind: 'fault',
      code: whyNot(signature, inMessage, certificates),
      trust,
      at: place,
      expected: certificates.map(({ x509 }) => describeCertificate(x509)).join('\n'),
      actual: inMessage.length > 0 ? inMessage.map(describeCertificate).join('\n') : namesInKeyInfo(signature),
    }
  },
)

/** Without all of these no key could have been tried, so none is to blame. */
const isReadable = ({ signedInfo, canonicalization, method, signatureValue }: SignatureDescription) =>
  [signedInfo, canonicalization, method, signatureValue].every((part) => part !== undefined)

function whyNot(
  signature: SignatureDescription,
  inMessage: readonly X509Certificate[],
  known: readonly TrustedCertificate[],
) {
  const signer = inMessage.find((certificate) => madeIt(certificate, signature))
  if (signer !== undefined) return 'saml.signature-value.key-rolled'
  const namesKnown = inMessage.some((certificate) => known.some(({ sha256 }) => sha256 === sha256Of(certificate)))
  return namesKnown ? 'saml.signature-value.forged' : 'saml.signature-value.wrong-key'
}

/** A certificate may hold a key that no runtime can read. */
function madeIt(certificate: X509Certificate, signature: SignatureDescription): boolean {
  try {
    return signatureValueVerifies(signature, certificate.publicKey)
  } catch {
    return false
  }
}

/** KeyInfo is a hint for this explanation; nothing in it is ever trusted. */
function readCandidates({ keyInfoCertificates }: SignatureDescription): X509Certificate[] {
  return keyInfoCertificates.slice(0, MOST_CANDIDATES).flatMap((base64) => {
    try {
      return [new X509Certificate(Buffer.from(base64, 'base64'))]
    } catch {
      return []
    }
  })
}

const named = new Set(['KeyName', 'X509SubjectName', 'X509IssuerName', 'X509SerialNumber', 'X509SKI'])

/** Where the certificate itself is left out, KeyInfo may still say which it is (XML-DSig §4.5). */
function namesInKeyInfo({ element }: SignatureDescription): string {
  const names = childElements(element, DS, 'KeyInfo')
    .flatMap(descendantsOf)
    .filter(({ local, namespace }) => namespace === DS && named.has(local))
    .slice(0, MOST_CANDIDATES)
    .map((each) => `${each.local} ${textOf(each).trim()}`)
  return names.length > 0 ? names.join('\n') : 'The message names no certificate.'
}

const nameOf = (certificates: readonly TrustedCertificate[], id: string | undefined) =>
  certificates.filter(({ sha256 }) => sha256 === id).map(({ x509 }) => describeCertificate(x509))[0]
