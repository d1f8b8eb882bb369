import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type forge from 'node-forge'
import { type FoundParts, nothingFound } from './found-parts.ts'
import { KeyMaterialRefused } from './key-material-refused.ts'
import { mostIterations } from './pkcs12-cost.ts'

/** Ten times what anybody recommends; one attempt then takes a few seconds. */
const MOST_ITERATIONS = 2_000_000

type Forge = typeof forge

/** Begins with version 3 (RFC 7292 §4), in DER or BER. */
export function isPkcs12(bytes: Uint8Array): boolean {
  const [tag, length = 0] = bytes
  const start = 2 + (length > 0x80 ? length & 0x7f : 0)
  return tag === 0x30 && bytes[start] === 0x02 && bytes[start + 1] === 0x01 && bytes[start + 2] === 0x03
}

/**
 * Opens a PKCS#12 file, old (RC2, 3DES) or new (PBES2), by node-forge, which opens both.
 * @param passphrase undefined: none and the empty one are tried
 * @throws {KeyMaterialRefused}
 */
export async function findInPkcs12(bytes: Uint8Array, passphrase: string | undefined): Promise<FoundParts> {
  const { default: forge } = await import('node-forge')
  if (mostIterations(forge, readAsn1(forge, bytes)) > MOST_ITERATIONS) throw new KeyMaterialRefused('too-costly')
  const bags = openBags(forge, bytes, passphrase)
  const certificates: Uint8Array[] = []
  const privateKeys: FoundParts['privateKeys'][number][] = []
  for (const bag of bags) {
    if (isCertificateBag(forge, bag)) certificates.push(...certificateOf(forge, bag))
    else if (isKeyBag(forge, bag)) privateKeys.push({ publicKey: publicHalf(forge, bag), isEncrypted: false })
  }
  return { ...nothingFound, clothing: ['pkcs12'], certificates, privateKeys }
}

function openBags(forge: Forge, bytes: Uint8Array, passphrase: string | undefined): forge.pkcs12.Bag[] {
  for (const { password, macless } of attemptsWith(passphrase)) {
    const asn1 = readAsn1(forge, bytes)
    if (macless && Array.isArray(asn1.value)) asn1.value.length = 2
    try {
      const { safeContents } = forge.pkcs12.pkcs12FromAsn1(asn1, password)
      return safeContents.flatMap(({ safeBags }) => safeBags)
    } catch (error) {
      if (!isWrongPassphrase(error)) throw new KeyMaterialRefused('damaged')
    }
  }
  throw new KeyMaterialRefused(passphrase === undefined ? 'passphrase-needed' : 'passphrase-wrong')
}

/**
 * The integrity code takes the passphrase in UTF-16 (RFC 7292 Appendix B.1), PBES2 in UTF-8: beyond ASCII one spelling
 * cannot serve both, so the second attempt goes without the code.
 */
function attemptsWith(passphrase: string | undefined): { password: string; macless: boolean }[] {
  if (passphrase === undefined) return [{ password: '', macless: false }]
  const bytes = Buffer.from(passphrase, 'utf8').toString('latin1')
  const plain = { password: passphrase, macless: false }
  return bytes === passphrase ? [plain] : [plain, { password: bytes, macless: true }]
}

const isWrongPassphrase = (error: unknown) =>
  error instanceof Error && /password|decrypt|padding|MAC|ASN\.1|DER/i.test(error.message)

function readAsn1(forge: Forge, bytes: Uint8Array): forge.asn1.Asn1 {
  try {
    return forge.asn1.fromDer(Buffer.from(bytes).toString('latin1'))
  } catch {
    throw new KeyMaterialRefused('damaged')
  }
}

const isCertificateBag = ({ pki }: Forge, { type }: forge.pkcs12.Bag) => type === pki.oids.certBag
const isKeyBag = ({ pki }: Forge, { type }: forge.pkcs12.Bag) =>
  type === pki.oids.keyBag || type === pki.oids.pkcs8ShroudedKeyBag

/** forge takes RSA apart and leaves every other kind as it stood. */
function certificateOf({ asn1, pki }: Forge, bag: forge.pkcs12.Bag): Uint8Array[] {
  const tree = bag.cert ? pki.certificateToAsn1(bag.cert) : bag.asn1
  return tree ? [toDer({ asn1 }, tree)] : []
}

function publicHalf({ asn1, pki }: Forge, bag: forge.pkcs12.Bag): KeyObject | undefined {
  try {
    const key = bag.key
      ? ({ key: toDer({ asn1 }, pki.privateKeyToAsn1(bag.key)), format: 'der', type: 'pkcs1' } as const)
      : ({ key: toDer({ asn1 }, bag.asn1), format: 'der', type: 'pkcs8' } as const)
    return createPublicKey(createPrivateKey(key))
  } catch {
    return undefined
  }
}

const toDer = ({ asn1 }: Pick<Forge, 'asn1'>, tree: forge.asn1.Asn1): Buffer =>
  Buffer.from(asn1.toDer(tree).getBytes(), 'latin1')
