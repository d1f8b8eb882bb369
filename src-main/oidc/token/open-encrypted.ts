import type { KeyObject } from 'node:crypto'
import { compactDecrypt, errors } from 'jose'
import { type EncryptedToken, TOKEN_LIMIT } from './compact-token.ts'

export type Opening =
  /** What was inside, as text. */
  | { readonly kind: 'opened'; readonly text: string }
  | { readonly kind: 'no-key' }
  /** No key of ours opens it, or it was changed on the way: the two must not be told apart. */
  | { readonly kind: 'other-key' }
  | { readonly kind: 'unsupported'; readonly algorithms: string }
  | { readonly kind: 'malformed'; readonly detail: string }

/** Ours: password-based and shared-secret encryption have no place between a provider and a client with a key of its own. */
const keyAlgorithms = [
  'RSA-OAEP',
  'RSA-OAEP-256',
  'RSA-OAEP-384',
  'RSA-OAEP-512',
  'ECDH-ES',
  'ECDH-ES+A128KW',
  'ECDH-ES+A192KW',
  'ECDH-ES+A256KW',
]
const contentAlgorithms = ['A128GCM', 'A192GCM', 'A256GCM', 'A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512']

/** Opens a token that was encrypted to one of our keys (RFC 7516 §5.2). That proves nothing of who sent it. */
export async function openEncrypted(token: EncryptedToken, keys: readonly KeyObject[]): Promise<Opening> {
  const { alg, enc } = token.header.object
  if (typeof alg !== 'string' || typeof enc !== 'string') return { kind: 'malformed', detail: 'alg or enc is missing.' }
  if (!keyAlgorithms.includes(alg) || !contentAlgorithms.includes(enc))
    return { kind: 'unsupported', algorithms: `${alg}, ${enc}` }
  if (keys.length === 0) return { kind: 'no-key' }
  for (const key of keys) {
    const opened = await openWith(token.text, key)
    if (opened.kind !== 'other-key') return opened
  }
  return { kind: 'other-key' }
}

async function openWith(text: string, key: KeyObject): Promise<Opening> {
  try {
    const { plaintext } = await compactDecrypt(text, key, {
      keyManagementAlgorithms: keyAlgorithms,
      contentEncryptionAlgorithms: contentAlgorithms,
      maxDecompressedLength: TOKEN_LIMIT,
    })
    return { kind: 'opened', text: Buffer.from(plaintext).toString('latin1') }
  } catch (error) {
    if (error instanceof errors.JWEInvalid) return { kind: 'malformed', detail: error.message }
    if (error instanceof errors.JOSENotSupported) return { kind: 'unsupported', algorithms: error.message }
    return { kind: 'other-key' }
  }
}
