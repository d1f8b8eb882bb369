import { BindingRefused } from './binding-refused.ts'

/** White space may stand anywhere (RFC 2045 §6.8); everything else must be Base64 with its padding. */
export function decodeStrictBase64(field: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(field, 'base64'))
  // What the decoder yields spells the field again: it had no other character. Nearly every message is so, and need not be searched.
  if (field !== '' && Buffer.from(bytes.buffer).toString('base64') === field) return bytes
  const compact = field.replace(/[\t\n\r ]+/g, '')
  if (compact === '') throw new BindingRefused('empty')
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) throw new BindingRefused('not-base64')
  return new Uint8Array(Buffer.from(compact, 'base64'))
}
