import { hash, timingSafeEqual } from 'node:crypto'

/** 256 bits: nobody guesses one, so a plain SHA-256 is enough to keep it by. */
export const TOKEN_BYTES = 32

/** @param random `TOKEN_BYTES` bytes from a cryptographic source */
export const tokenText = (random: Uint8Array): string => Buffer.from(random).toString('base64url')

/** What is stored of a token: the token itself never is. @returns lower-case hexadecimal */
export const tokenSha256 = (token: string): string => hash('sha256', token, 'hex')

/** Takes the same time wherever the two differ. */
export function sameDigest(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left, 'hex'), Buffer.from(right, 'hex')]
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b)
}
