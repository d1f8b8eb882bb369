import type { KeyFacts, KeyMaterial, PrivateKeyPresence } from '#shared/model/key-material.ts'
import { certificateDetails } from '../certificate/certificate-details.ts'
import { CertificateRefused } from '../certificate/certificate-refused.ts'
import { CERTIFICATE_INPUT_LIMIT, decodeText } from '../certificate/certificate-text.ts'
import { type ReadCertificate, readCertificate } from '../certificate/read-certificate.ts'
import { describeKey } from '../key-pair/describe-key.ts'
import { arrangeChains } from './arrange-chains.ts'
import { findInDer } from './find-in-der.ts'
import { findInText } from './find-in-text.ts'
import { type FoundParts, type FoundPrivateKey, isEmpty } from './found-parts.ts'
import { KeyMaterialRefused } from './key-material-refused.ts'
import { summariseRequest } from './summarise-request.ts'

/**
 * Certificates and keys in any clothing: PEM, DER, Base64 or hexadecimal without armour, PKCS#12, PKCS#7, JWK and JWK sets,
 * certificates inside XML, chains, certificate requests. Of a private key only that it is there is ever returned.
 * @param passphrase for PKCS#12 and sealed keys; undefined where none was given
 * @throws {KeyMaterialRefused} where nothing can be taken out
 */
export async function readKeyMaterial(input: string | Uint8Array, passphrase?: string): Promise<KeyMaterial> {
  if (input.length > CERTIFICATE_INPUT_LIMIT) throw new KeyMaterialRefused('too-large')
  const found = typeof input === 'string' ? await findInText(input, passphrase) : await findInBytes(input, passphrase)
  if (isEmpty(found)) throw new KeyMaterialRefused(found.unreadable > 0 ? 'damaged' : 'not-key-material')
  return describe(found)
}

const JAVA_KEYSTORES = new Set(['feedfeed', 'cececece'])

async function findInBytes(bytes: Uint8Array, passphrase: string | undefined): Promise<FoundParts> {
  if (JAVA_KEYSTORES.has(Buffer.from(bytes.subarray(0, 4)).toString('hex')))
    throw new KeyMaterialRefused('java-keystore')
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const isText = isUtf16 || bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
  if (isText) return findInText(decodeText(bytes), passphrase)
  return findInDer(bytes, passphrase)
}

async function describe(found: FoundParts): Promise<KeyMaterial> {
  const { certificates, unreadable } = readEach(found.certificates)
  const details = certificates.map(certificateDetails)
  const requests = await Promise.all(found.requests.map(summariseRequest))
  const readable = requests.filter((request) => request !== undefined)
  const lost = found.unreadable + unreadable + requests.length - readable.length
  if (certificates.length + readable.length + found.privateKeys.length + found.publicKeys.length === 0)
    throw new KeyMaterialRefused('damaged')
  return {
    clothing: found.clothing.length > 0 ? [...found.clothing] : ['der'],
    certificates: details,
    chains: arrangeChains(certificates),
    privateKeys: found.privateKeys.map((key) => presence(key, details)),
    publicKeys: found.publicKeys.map(describeKey),
    requests: readable,
    unreadable: lost,
  }
}

/** Each once. What looks like a certificate from outside may be none inside. */
function readEach(certificates: readonly Uint8Array[]) {
  const read = new Map<string, ReadCertificate>()
  let unreadable = 0
  for (const der of certificates) {
    const certificate = readOrNot(der)
    if (certificate === undefined) unreadable += 1
    else if (!read.has(certificate.summary.sha256)) read.set(certificate.summary.sha256, certificate)
  }
  return { certificates: [...read.values()], unreadable }
}

function readOrNot(der: Uint8Array): ReadCertificate | undefined {
  try {
    return readCertificate(der)
  } catch (error) {
    if (error instanceof CertificateRefused) return undefined
    throw error
  }
}

function presence(
  { publicKey, isEncrypted }: FoundPrivateKey,
  certificates: KeyMaterial['certificates'],
): PrivateKeyPresence {
  const facts = publicKey === undefined ? null : factsOf(publicKey)
  const own = facts === null ? [] : certificates.filter((each) => each.publicKeySha256 === facts.publicKeySha256)
  return { facts, isEncrypted, certificates: own.map(({ sha256 }) => sha256) }
}

function factsOf(publicKey: Parameters<typeof describeKey>[0]): KeyFacts | null {
  try {
    return describeKey(publicKey)
  } catch {
    return null
  }
}
