import { decodeBase64Text } from './base64-text.ts'
import { formField } from './form-field.ts'
import { inflateWithin } from './inflate-within.ts'
import { looksLikeXml } from './looks-like-xml.ts'
import { decodePercent } from './percent.ts'

/** How a message was wrapped. */
export type Wrapping = 'form' | 'url-encoded' | 'base64' | 'deflated'

export interface UnpackedMessage {
  readonly bytes: Uint8Array
  /** Outermost first. */
  readonly wrappings: readonly Wrapping[]
}

/** Deeper than any chain of tools has been seen to wrap. */
const DEEPEST = 6

/**
 * Finds the XML in what was copied from a browser, a log or a trace: XML as it is, a form body or address with the message
 * in it, URL-encoded, Base64 (also its URL alphabet), deflated, or several of these. What holds no XML comes back as it
 * was given, for the judge to say so.
 * @param limit bytes of XML; of anything that would inflate to more, one byte more than that comes back
 */
export function unpackMessage(input: Uint8Array, limit: number): UnpackedMessage {
  let message: UnpackedMessage = { bytes: input, wrappings: [] }
  while (!looksLikeXml(message.bytes)) {
    const opened = message.wrappings.length < DEEPEST ? unwrapOnce(message.bytes, limit) : undefined
    if (opened === undefined) return { bytes: input, wrappings: [] }
    message = { bytes: opened.bytes, wrappings: [...message.wrappings, opened.wrapping] }
  }
  return message
}

interface Unwrapped {
  readonly bytes: Uint8Array
  readonly wrapping: Wrapping
}

function unwrapOnce(bytes: Uint8Array, limit: number): Unwrapped | undefined {
  const text = asciiText(bytes)
  if (text === undefined) return opened(inflateWithin(bytes, limit), 'deflated')
  return (
    opened(formField(text), 'form') ??
    opened(decodePercent(text), 'url-encoded') ??
    opened(decodeBase64Text(text), 'base64')
  )
}

const opened = (bytes: Uint8Array | undefined, wrapping: Wrapping): Unwrapped | undefined =>
  bytes && { bytes, wrapping }

/** @returns undefined where there is any byte that no encoding of a message has */
function asciiText(bytes: Uint8Array): string | undefined {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start).toString('latin1')
  return /^[\t\n\r\x20-\x7e]*$/.test(text) ? text : undefined
}
