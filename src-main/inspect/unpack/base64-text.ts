/** Base64 or its URL alphabet (RFC 4648 §4, §5), with white space anywhere and padding or none; undefined where it is neither. */
export function decodeBase64Text(text: string): Uint8Array | undefined {
  const compact = text.replace(/[\t\n\r ]+/g, '')
  const [, digits] = /^((?:[A-Za-z0-9+/]+|[A-Za-z0-9_-]+))={0,2}$/.exec(compact) ?? []
  return digits === undefined || digits.length % 4 === 1 ? undefined : Buffer.from(digits, 'base64')
}
