import { decodeBase64url } from './base64url.ts'
import { isRefusal, type JsonDocument, type JsonRefusal, readJsonDocument } from './json-document.ts'

/** Characters; the largest ID Tokens with all their groups stay far below. */
export const TOKEN_LIMIT = 200_000

/** A signed token (RFC 7515 §3.1), read and not verified. */
export interface SignedToken {
  readonly kind: 'signed'
  readonly header: JsonDocument
  readonly payload: JsonDocument
  readonly signature: Uint8Array
  /** What was signed: the first two parts as they were received. */
  readonly signingInput: string
}

/** An encrypted token (RFC 7516 §3.1), not opened. */
export interface EncryptedToken {
  readonly kind: 'encrypted'
  readonly header: JsonDocument
  readonly text: string
}

export type TokenPart = 'header' | 'payload' | 'signature'

export type TokenRefusal =
  | { readonly kind: 'empty' | 'too-large' | 'opaque' | 'json-serialization' }
  | { readonly kind: 'parts'; readonly count: number }
  | { readonly kind: 'not-base64url'; readonly part: TokenPart }
  | { readonly kind: 'not-json'; readonly part: TokenPart; readonly why: JsonRefusal }

export type CompactToken = SignedToken | EncryptedToken | { readonly kind: 'refused'; readonly refusal: TokenRefusal }

const refused = (refusal: TokenRefusal) => ({ kind: 'refused', refusal }) as const

/**
 * Takes a token in compact serialization apart. Nothing is trusted after this.
 * @param within in front of the documents' names, for a token that came out of another: `decrypted/1/`
 */
export function parseCompactToken(text: string, within = ''): CompactToken {
  if (text.length > TOKEN_LIMIT) return refused({ kind: 'too-large' })
  if (text === '') return refused({ kind: 'empty' })
  if (/^\s*\{/.test(text)) return refused({ kind: 'json-serialization' })
  const parts = text.split('.')
  if (parts.length === 1) return refused({ kind: 'opaque' })
  if (parts.length !== 3 && parts.length !== 5) return refused({ kind: 'parts', count: parts.length })
  const [first = '', second = '', third = ''] = parts
  const header = readPart(first, 'header', within)
  if ('kind' in header) return refused(header)
  if (parts.length === 5) return { kind: 'encrypted', header, text }
  const payload = readPart(second, 'payload', within)
  if ('kind' in payload) return refused(payload)
  const signature = decodeBase64url(third)
  if (signature === undefined) return refused({ kind: 'not-base64url', part: 'signature' })
  return { kind: 'signed', header, payload, signature, signingInput: `${first}.${second}` }
}

function readPart(text: string, part: TokenPart, within: string): JsonDocument | TokenRefusal {
  const bytes = decodeBase64url(text)
  if (bytes === undefined) return { kind: 'not-base64url', part }
  const read = readJsonDocument(bytes, `${within}${part}`)
  return isRefusal(read) ? { kind: 'not-json', part, why: read } : read
}
