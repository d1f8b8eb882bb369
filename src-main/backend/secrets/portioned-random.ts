import type { Random } from '../installation.ts'

const PORTION_BYTES = 4_096

/**
 * Cryptographic chance in small pieces: asking for it costs the same however little is asked for. No byte is given twice, and
 * none that was given stays behind.
 * @param source cryptographic
 */
export function portionedRandom(source: Random): Random {
  let portion: Uint8Array = new Uint8Array(0)
  let given = 0
  return (bytes) => {
    if (bytes > PORTION_BYTES) return source(bytes)
    if (given + bytes > portion.length) {
      // Not a Buffer, whose slice would be emptied along with the portion.
      portion = Uint8Array.from(source(PORTION_BYTES))
      given = 0
    }
    const piece = portion.slice(given, given + bytes)
    portion.fill(0, given, given + bytes)
    given += bytes
    return piece
  }
}
