const GREATER = 0x3e
const SLASH = 0x2f
const EXCLAMATION = 0x21
const QUESTION = 0x3f
const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27
const COLON = 0x3a

/** `start` and `end` are tags; `other` is a comment, a CDATA section, a processing instruction or a declaration. */
export function tokenKindAt(bytes: Uint8Array, start: number): 'start' | 'end' | 'other' {
  const next = bytes[start + 1]
  if (next === SLASH) return 'end'
  return next === EXCLAMATION || next === QUESTION ? 'other' : 'start'
}

/** The byte after the token that begins with the `<` at `start`; undefined where it has not all come yet. */
export function endOfToken(bytes: Buffer, start: number): number | undefined {
  const next = bytes[start + 1]
  if (next === QUESTION) return after(bytes, '?>', start + 2)
  if (next === SLASH) return after(bytes, '>', start + 2)
  if (next !== EXCLAMATION) return endOfTag(bytes, start + 1)
  if (bytes.length < start + 9) return undefined
  if (bytes.toString('latin1', start, start + 4) === '<!--') return after(bytes, '-->', start + 4)
  if (bytes.toString('latin1', start, start + 9) === '<![CDATA[') return after(bytes, ']]>', start + 9)
  return after(bytes, '>', start + 2)
}

function after(bytes: Buffer, what: string, from: number): number | undefined {
  const at = bytes.indexOf(what, from, 'latin1')
  return at === -1 ? undefined : at + what.length
}

/** A `>` may stand in an attribute's value (XML 1.0 §2.4). */
function endOfTag(bytes: Uint8Array, from: number): number | undefined {
  let quote = 0
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quote = byte
    else if (byte === GREATER) return at + 1
  }
  return undefined
}

/** @param end the byte after the tag's `>` */
export const isEmptyTag = (bytes: Uint8Array, end: number): boolean => bytes[end - 2] === SLASH

/** The name without its prefix. */
export function localNameAt(bytes: Buffer, from: number): string {
  let start = from
  let at = from
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte <= 0x20 || byte === SLASH || byte === GREATER) break
    if (byte === COLON) start = at + 1
  }
  return bytes.toString('utf8', start, at)
}
