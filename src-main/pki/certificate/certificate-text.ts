/** More than any chain of certificates takes. */
export const CERTIFICATE_INPUT_LIMIT = 1_000_000

/** Bytes as text: UTF-8, or UTF-16 where a byte order mark says so, as Windows editors save it. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** Takes off what copying adds: byte order mark, quotes, line ends written as `\n` in JSON or an environment file. */
export function unwrapText(text: string): string {
  return text
    .replace(/\uFEFF/g, '')
    .replace(/\\r|\\n/g, '\n')
    .trim()
    .replace(/^(["'])(.*)\1,?$/s, '$2')
    .trim()
}

/** @returns undefined where the text is not Base64 (RFC 4648 §4); white space is let pass, padding may be missing */
export function decodeBase64(text: string): Uint8Array | undefined {
  const compact = text.replace(/[\s\u00A0\u200B]+/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64') : undefined
}
