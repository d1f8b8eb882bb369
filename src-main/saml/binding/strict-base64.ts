import { BindingRefused } from './binding-refused.ts'

/** White space may stand anywhere (RFC 2045 §6.8); everything else must be Base64 with its padding. */
export function decodeStrictBase64(field: string): Uint8Array {
  const compact = field.replace(/[\t\n\r ]+/g, '')
  if (compact === '') throw new BindingRefused('empty')
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) throw new BindingRefused('not-base64')
  return new Uint8Array(Buffer.from(compact, 'base64'))
}
