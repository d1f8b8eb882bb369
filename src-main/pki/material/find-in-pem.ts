import { createPrivateKey } from 'node:crypto'
import { decodeBase64 } from '../certificate/certificate-text.ts'
import type { PemBlock } from '../certificate/pem-blocks.ts'
import { attempt, findInDer, publicOf } from './find-in-der.ts'
import { type FoundParts, joinParts, nothingFound, oneUnreadable } from './found-parts.ts'

/** Blocks that say how an elliptic curve is written; the key beside them says it too. */
const isParameters = ({ label }: PemBlock) => label.endsWith('PARAMETERS')

/** @throws {KeyMaterialRefused} where a PKCS#12 block does not open */
export async function findInPem(blocks: readonly PemBlock[], passphrase: string | undefined): Promise<FoundParts> {
  const parts: FoundParts[] = []
  for (const block of blocks) if (!isParameters(block)) parts.push(await findInBlock(block, passphrase))
  return joinParts(parts, 'pem')
}

async function findInBlock({ label, body }: PemBlock, passphrase: string | undefined): Promise<FoundParts> {
  const isPrivate = label.endsWith('PRIVATE KEY')
  if (isPrivate && /Proc-Type:[^\n]*ENCRYPTED/.test(body)) return oldSealedKey(label, body, passphrase)
  const der = decodeBase64(body)
  const found = der === undefined ? oneUnreadable : await findInDer(der, passphrase)
  // A key that cannot be read is a key all the same, and may be somebody's.
  if (isPrivate && found.privateKeys.length === 0) return unreadableKey(label)
  return { ...found, clothing: found.clothing.filter((clothing) => clothing !== 'der') }
}

const unreadableKey = (label: string): FoundParts => ({
  ...nothingFound,
  privateKeys: [{ publicKey: undefined, isEncrypted: label.startsWith('ENCRYPTED') }],
})

/** Sealed as OpenSSL did before PKCS#8 (RFC 1421 §4.6.1.1). */
function oldSealedKey(label: string, body: string, passphrase: string | undefined): FoundParts {
  const key = `-----BEGIN ${label}-----\n${body.trim()}\n-----END ${label}-----\n`
  const publicKey =
    passphrase === undefined ? undefined : attempt(() => publicOf(createPrivateKey({ key, passphrase })))
  return { ...nothingFound, privateKeys: [{ publicKey, isEncrypted: true }] }
}
