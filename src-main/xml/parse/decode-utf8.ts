import { XmlRefused } from './xml-refused.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Bytes to text. Only UTF-8 is accepted, with or without a byte order mark; a byte that is not UTF-8
 * is refused rather than replaced, so that no two readers can see different text.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    throw new XmlRefused('not-utf-8', 'The text is UTF-16.')
  }
  try {
    return decoder.decode(bytes)
  } catch {
    throw new XmlRefused('not-utf-8', 'Some bytes are not UTF-8.')
  }
}

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)
