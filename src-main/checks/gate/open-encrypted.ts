import { X509Certificate } from 'node:crypto'
import { SAML } from '#main/saml/namespaces.ts'
import { RSA_1_5, TRIPLE_DES } from '#main/xml/encryption/algorithms.ts'
import type { Decryption, DecryptionFailure } from '#main/xml/encryption/decrypt-element.ts'
import type { OpenedElements } from '#main/xml/encryption/opened-elements.ts'
import { type EncryptedContent, readEncrypted } from '#main/xml/encryption/read-encrypted.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import { childElements } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { Outcome } from '../finding/outcome.ts'
import type { ResponseContext } from '../response-context.ts'
import { describeCertificate } from '../saml/describe-certificate.ts'
import { wasForRetiredKey } from './retired-key.ts'

/** What came of one encrypted element. */
export interface Opening {
  readonly encryption: Outcome<'saml.encryption'>
  readonly algorithm: Outcome<'saml.encryption-algorithm'>
  /** What stands there now; undefined where it could not be opened. */
  readonly root: XmlElement | undefined
}

/**
 * Opens one encrypted element. What strict refuses is refused before a private key is touched, so that nobody can probe a
 * sign-in with it; interop opens it for the diagnosis.
 * @param covered whether a verified signature covers the ciphertext
 */
export function openEncrypted(
  container: XmlElement,
  expected: string,
  opened: OpenedElements,
  context: ResponseContext,
  covered: boolean,
): Opening {
  const at = { place: () => placeOf(container) }
  const content = readEncrypted(container)
  const weakness = typeof content === 'string' ? undefined : weaknessOf(content, covered)
  const algorithm: Outcome<'saml.encryption-algorithm'> =
    typeof content === 'string'
      ? { kind: 'not-verified', trust: 'unverified', at, detail: 'The encryption cannot be read.' }
      : judgeAlgorithm(content, weakness, at)
  if (weakness !== undefined && staysSealed(weakness, context)) {
    const detail = 'It was not opened: this encryption is refused before a key is used.'
    return { encryption: { kind: 'not-verified', trust: 'unverified', at, detail }, algorithm, root: undefined }
  }
  const decryption = opened.open(container, content)
  const retired = () => wasForRetiredKey(container, decryption, context)
  return { ...judgeOpening(decryption, expected, at, retired), algorithm }
}

/** Every part costs an operation with a private key, and anyone can encrypt to a public one. */
export const MOST_PARTS = 8

export function leftSealed(part: XmlElement): Opening {
  const at = { place: () => placeOf(part) }
  return {
    encryption: { kind: 'fault', code: 'saml.encryption.too-many-keys', trust: 'unverified', at },
    algorithm: { kind: 'not-verified', trust: 'unverified', at, detail: 'It was not opened.' },
    root: undefined,
  }
}

/**
 * Elements to open inside an assertion: names and attributes, where they are read (SAML Core §2.4, §2.7.3). Anywhere else, and
 * above all inside the Signature, which no signature covers, anyone could put a ciphertext to probe our key with.
 */
export const encryptedParts = (assertion: XmlElement): XmlElement[] => [
  ...childElements(assertion, SAML, 'Subject').flatMap((subject) => childElements(subject, SAML, 'EncryptedID')),
  ...childElements(assertion, SAML, 'AttributeStatement').flatMap((statement) =>
    childElements(statement, SAML, 'EncryptedAttribute'),
  ),
]

type At = { place(): ReturnType<typeof placeOf> }

function judgeOpening(
  decryption: Decryption,
  expected: string,
  at: At,
  retired: () => boolean,
): Pick<Opening, 'encryption' | 'root'> {
  if (decryption.kind === 'failed') return { encryption: judgeFailure(decryption, at, retired), root: undefined }
  const { root } = decryption.document
  if (root.local !== expected || root.namespace !== SAML) {
    const fault = { kind: 'fault', code: 'saml.encryption.other-content', trust: 'unverified', at } as const
    return {
      encryption: { ...fault, expected: `saml:${expected}`, actual: `${root.name} {${root.namespace}}` },
      root: undefined,
    }
  }
  return { encryption: { kind: 'passed', trust: 'verified', at, actual: decryption.content.algorithmUri }, root }
}

const codes: Record<Exclude<DecryptionFailure, 'no-key'>, FaultCode<'saml.encryption'>> = {
  malformed: 'saml.encryption.malformed',
  'external-reference': 'saml.encryption.external-reference',
  'too-many-keys': 'saml.encryption.too-many-keys',
  'algorithm-unknown': 'saml.encryption.unknown-algorithm',
  'wrong-key': 'saml.encryption.other-key',
  corrupt: 'saml.encryption.corrupt',
  'not-xml': 'saml.encryption.not-xml',
}

function judgeFailure(
  { failure, content }: Decryption & { kind: 'failed' },
  at: At,
  retired: () => boolean,
): Outcome<'saml.encryption'> {
  if (failure === 'no-key') {
    return { kind: 'not-verified', trust: 'unverified', at, detail: 'No private key was given to open it with.' }
  }
  const recipients = content?.keys.flatMap(({ certificates }) => certificates.flatMap(describe)) ?? []
  const actual = failure === 'wrong-key' && recipients.length > 0 ? recipients.join('\n') : content?.algorithmUri
  const code = failure === 'wrong-key' && retired() ? 'saml.encryption.retired-key' : codes[failure]
  return { kind: 'fault', code, trust: 'unverified', at, actual }
}

function describe(base64: string): string[] {
  try {
    return [describeCertificate(new X509Certificate(Buffer.from(base64, 'base64')))]
  } catch {
    return []
  }
}

type Weakness = { code: FaultCode<'saml.encryption-algorithm'>; actual: string }

const staysSealed = ({ code }: Weakness, { policy, opensNoPkcs1 = false }: ResponseContext) =>
  policy.mode === 'strict' || (opensNoPkcs1 && code === 'saml.encryption-algorithm.rsa-1-5')

function weaknessOf({ algorithmUri, algorithm, keys }: EncryptedContent, covered: boolean): Weakness | undefined {
  if (keys.some((key) => key.algorithmUri === RSA_1_5))
    return { code: 'saml.encryption-algorithm.rsa-1-5', actual: RSA_1_5 }
  if (algorithmUri === TRIPLE_DES) return { code: 'saml.encryption-algorithm.triple-des', actual: algorithmUri }
  if (algorithm?.mode === 'cbc' && !covered)
    return { code: 'saml.encryption-algorithm.unprotected-cbc', actual: algorithmUri }
  return undefined
}

function judgeAlgorithm(
  { algorithmUri, keys }: EncryptedContent,
  weakness: Weakness | undefined,
  at: At,
): Outcome<'saml.encryption-algorithm'> {
  if (weakness !== undefined) return { kind: 'fault', trust: 'unverified', at, ...weakness }
  return {
    kind: 'passed',
    trust: 'verified',
    at,
    actual: [algorithmUri, ...keys.map((key) => key.algorithmUri)].join('\n'),
  }
}
