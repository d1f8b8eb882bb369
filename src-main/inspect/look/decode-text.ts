const utf8 = new TextDecoder('utf-8', { fatal: true })
const controls = /[\u0000-\u0008\u000b\u000e-\u001f]/

export interface DecodedText {
  readonly text: string
  readonly isUtf16: boolean
}

/** Bytes as text without byte order mark: UTF-8, or UTF-16 where it says so. Undefined where they are none. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const encoding = utf16(bytes)
  try {
    const text = encoding === undefined ? utf8.decode(bytes) : new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return controls.test(text) ? undefined : { text, isUtf16: encoding !== undefined }
  } catch {
    return undefined
  }
}

function utf16([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}
