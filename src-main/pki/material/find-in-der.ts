import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import { recogniseDer } from '../certificate/recognise-der.ts'
import { childrenOf, context, identifierOf, OCTET_STRING, readDer, SEQUENCE } from '../der/read-der.ts'
import { findInPkcs12, isPkcs12 } from './find-in-pkcs12.ts'
import { type FoundParts, nothingFound, oneUnreadable } from './found-parts.ts'

/** One value of DER, whatever it holds. @throws {KeyMaterialRefused} where a PKCS#12 file does not open */
export async function findInDer(der: Uint8Array, passphrase: string | undefined): Promise<FoundParts> {
  // Everything that is read here is one, and asking OpenSSL takes milliseconds.
  if (der[0] !== SEQUENCE) return oneUnreadable
  if (isCertificate(der)) return { ...nothingFound, clothing: ['der'], certificates: [der] }
  if (isPkcs12(der)) return findInPkcs12(der, passphrase)
  const signed = certificatesOfPkcs7(der)
  if (signed !== undefined) return { ...nothingFound, clothing: ['pkcs7'], certificates: signed }
  if (isSealedKey(der)) return sealedKey(der, passphrase)
  const found = { ...nothingFound, clothing: ['der' as const] }
  switch (recogniseDer(der)) {
    case 'private-key':
      return { ...found, privateKeys: [{ publicKey: publicHalf(der), isEncrypted: false }] }
    case 'public-key':
      return { ...found, publicKeys: [readPublicKey(der)] }
    case 'certificate-request':
      return { ...found, requests: [der] }
    default:
      return oneUnreadable
  }
}

export function isCertificate(der: Uint8Array): boolean {
  try {
    const { validFrom, validTo } = new X509Certificate(der)
    return ![validFrom, validTo].some((date) => Number.isNaN(Date.parse(date)))
  } catch {
    return false
  }
}

const SIGNED_DATA = '1.2.840.113549.1.7.2'

/** The certificates of a SignedData (RFC 2315 §9.1): a .p7b file is one without content and signers. */
function certificatesOfPkcs7(der: Uint8Array): Uint8Array[] | undefined {
  const [type, content] = childrenOf(readDer(der))
  if (identifierOf(type) !== SIGNED_DATA) return undefined
  const [signedData] = childrenOf(content)
  const certificates = childrenOf(signedData).find(({ tag }) => tag === context(0))
  return childrenOf(certificates)
    .filter(({ tag }) => tag === SEQUENCE)
    .map(({ whole }) => whole)
}

/** EncryptedPrivateKeyInfo (RFC 5958 §3): an algorithm with parameters, then octets, and nothing else. */
function isSealedKey(der: Uint8Array): boolean {
  const [algorithm, octets, more] = childrenOf(readDer(der))
  return algorithm?.tag === SEQUENCE && octets?.tag === OCTET_STRING && more === undefined
}

function sealedKey(der: Uint8Array, passphrase: string | undefined): FoundParts {
  const key = { key: Buffer.from(der), format: 'der', type: 'pkcs8' } as const
  const publicKey =
    passphrase === undefined ? undefined : attempt(() => publicOf(createPrivateKey({ ...key, passphrase })))
  return { ...nothingFound, clothing: ['der'], privateKeys: [{ publicKey, isEncrypted: true }] }
}

function publicHalf(der: Uint8Array): KeyObject | undefined {
  const key = Buffer.from(der)
  for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
    const found = attempt(() => publicOf(createPrivateKey({ key, format: 'der', type })))
    if (found !== undefined) return found
  }
  return undefined
}

function readPublicKey(der: Uint8Array): KeyObject {
  const key = Buffer.from(der)
  return (
    attempt(() => createPublicKey({ key, format: 'der', type: 'spki' })) ??
    createPublicKey({ key, format: 'der', type: 'pkcs1' })
  )
}

export const publicOf = (privateKey: KeyObject): KeyObject => createPublicKey(privateKey)

export function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
