import { isRefusal, type JsonDocument, type JsonRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'
import type { Fault } from '../../finding/outcome.ts'

type DocumentCheck = 'discovery.document' | 'jwks.document'

/** One JSON object, every member once; or why not. */
export function readDocument(
  bytes: Uint8Array,
  name: 'discovery' | 'jwks',
): { readonly document: JsonDocument; readonly faults: readonly Fault[] } | { readonly fault: Fault } {
  const read = readJsonDocument(withoutByteOrderMark(bytes), name)
  if (isRefusal(read)) return { fault: refusalOf(read, name, bytes) }
  const faults = read.duplicates.map((pointer): Fault => {
    const at = { place: () => read.place(pointer) }
    return { kind: 'fault', code: `${code(name)}.duplicate-member`, trust: 'verified', at, actual: pointer.slice(1) }
  })
  return { document: read, faults }
}

const code = (name: 'discovery' | 'jwks'): DocumentCheck => `${name}.document`

function refusalOf(refusal: JsonRefusal, name: 'discovery' | 'jwks', bytes: Uint8Array): Fault {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart()
  if (name === 'discovery' && /^<(?:!doctype html|html|head|body)/i.test(start))
    return { kind: 'fault', code: 'discovery.document.web-page', trust: 'verified' }
  const evidence =
    refusal.kind === 'not-json' ? { at: { place: () => refusal.at }, actual: refusal.detail } : { actual: refusal.kind }
  return { kind: 'fault', code: `${code(name)}.not-json`, trust: 'verified', ...evidence }
}

/** Editors put one before a file that was saved; over the network there is none (RFC 8259 §8.1). */
const withoutByteOrderMark = (bytes: Uint8Array) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
