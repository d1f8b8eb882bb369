const alphabet = /^[A-Za-z0-9_-]*$/

/** RFC 7515 §2: without padding, white space or the letters of the other alphabet, and in the one canonical form. */
export function decodeBase64url(text: string): Uint8Array | undefined {
  if (!alphabet.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}
