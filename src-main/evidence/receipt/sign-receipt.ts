import { type KeyObject, sign } from 'node:crypto'
import type { Receipt, ReceiptBody } from '#shared/model/receipt.ts'
import { canonicalJson } from './canonical-json.ts'
import { receiptKeyId } from './receipt-key-id.ts'

/**
 * Ed25519 over the canonical JSON of the body (RFC 8032, RFC 8785).
 * @param key private, Ed25519; `body.keyId` must name it
 * @throws {TypeError} where the key is of another kind or `body.keyId` names another
 */
export function signReceipt(body: ReceiptBody, key: KeyObject): Receipt {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('A receipt is signed with an Ed25519 key.')
  if (body.keyId !== receiptKeyId(key)) throw new TypeError('The receipt names another key.')
  const signature = sign(null, Buffer.from(canonicalJson(body), 'utf8'), key)
  return { ...body, signature: signature.toString('base64url') }
}
