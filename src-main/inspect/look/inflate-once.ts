import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/** What all inflating of one inspection may still bring forth, in bytes. */
export interface Budget {
  left: number
}

export interface Inflated {
  readonly kind: 'gzip' | 'zlib' | 'deflate'
  readonly bytes: Uint8Array
}

const GZIP = [0x1f, 0x8b]
/** CMF of zlib with a 32 KiB window (RFC 1950 §2.2); every writer uses it. */
const ZLIB = 0x78

/**
 * Inflates gzip, zlib or bare DEFLATE (RFC 1952, 1950, 1951) within the budget.
 * @returns undefined where it is none of them
 */
export function inflateOnce(bytes: Uint8Array, budget: Budget): Inflated | 'too-large' | undefined {
  if (bytes[0] === GZIP[0] && bytes[1] === GZIP[1]) return attempt('gzip', gunzipSync, bytes, budget)
  const zlib = bytes[0] === ZLIB ? attempt('zlib', inflateSync, bytes, budget) : undefined
  return zlib ?? attempt('deflate', inflateRawSync, bytes, budget)
}

function attempt(
  kind: Inflated['kind'],
  inflate: typeof inflateSync,
  input: Uint8Array,
  budget: Budget,
): Inflated | 'too-large' | undefined {
  if (budget.left <= 0) return 'too-large'
  try {
    const bytes = inflate(input, { maxOutputLength: budget.left })
    budget.left -= bytes.length
    return { kind, bytes }
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? 'too-large' : undefined
  }
}
