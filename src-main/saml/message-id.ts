/**
 * An identifier for a message: an NCName, so it begins with no digit, of at least 128 random bits (SAML Core §1.3.4).
 * @param random 16 to 20 bytes from a cryptographic source
 */
export function messageId(random: Uint8Array): string {
  if (random.length < 16) throw new RangeError('a message identifier takes at least 16 random bytes')
  return `_${Buffer.from(random).toString('hex')}`
}
