import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/**
 * Inflates DEFLATE (RFC 1951), zlib or gzip.
 * @returns undefined where it is none of them; where it inflates to more than `limit`, `limit + 1` bytes
 * without meaning, for the judge to refuse by their number
 */
export function inflateWithin(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  for (const inflate of [inflateRawSync, inflateSync, gunzipSync]) {
    try {
      return inflate(bytes, { maxOutputLength: limit })
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
        return new Uint8Array(limit + 1).fill(LESS_THAN)
      }
    }
  }
  return undefined
}

/** So that it counts as found. */
const LESS_THAN = 0x3c
