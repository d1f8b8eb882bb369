/**
 * Percent encoding (RFC 3986 §2.1) taken off once. A plus sign stays one: in a message it is a digit of Base64, never a space.
 * @returns undefined where nothing is encoded, or something is encoded wrongly
 */
export function decodePercent(text: string): Uint8Array | undefined {
  if (!text.includes('%') || /%(?![0-9a-f]{2})/i.test(text)) return undefined
  const octets = text.replace(/%([0-9a-f]{2})/gi, (_escape, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
  return Buffer.from(octets, 'latin1')
}
