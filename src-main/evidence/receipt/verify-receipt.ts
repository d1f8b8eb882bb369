import { type KeyObject, verify } from 'node:crypto'
import { Receipt } from '#shared/model/receipt.ts'
import { canonicalJson } from './canonical-json.ts'
import { receiptKeyId } from './receipt-key-id.ts'

/**
 * Whether this key signed exactly these members: a changed, added or missing one refutes it. Says nothing of what they mean:
 * the caller compares `configurationSha256` and decides which keys it trusts.
 * @param receipt from outside: any shape is answered, never thrown at
 * @param key public, Ed25519
 */
export function verifyReceipt(receipt: unknown, key: KeyObject): boolean {
  const read = Receipt.strict().safeParse(receipt)
  if (!read.success || key.asymmetricKeyType !== 'ed25519') return false
  const { signature, ...body } = read.data
  const octets = Buffer.from(signature, 'base64url')
  // One spelling only: a decoder that skips foreign characters would let the same receipt appear as many.
  if (octets.toString('base64url') !== signature) return false
  return body.keyId === receiptKeyId(key) && verify(null, Buffer.from(canonicalJson(body), 'utf8'), key, octets)
}
