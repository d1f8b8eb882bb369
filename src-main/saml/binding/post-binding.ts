import { BindingRefused } from './binding-refused.ts'
import { MESSAGE_LIMIT } from './message-kind.ts'
import { decodeStrictBase64 } from './strict-base64.ts'

/** A message as a hidden form control holds it (SAML Bindings §3.5.4). */
export const encodePost = (xml: string): string => Buffer.from(xml, 'utf8').toString('base64')

/**
 * @returns the bytes of the message, nothing about them checked
 * @throws {BindingRefused} `empty`, `not-base64` or `too-large`
 */
export function decodePost(field: string): Uint8Array {
  // Four characters carry three bytes; twice that leaves room for line ends.
  if (field.length > MESSAGE_LIMIT * 2) throw new BindingRefused('too-large')
  const bytes = decodeStrictBase64(field)
  if (bytes.length > MESSAGE_LIMIT) throw new BindingRefused('too-large')
  return bytes
}
