import type { Location } from '#shared/model/finding.ts'
import { type Json, type JsonObject, JsonRefused, parseJson } from './parse-json.ts'

/** One JSON object as it was received, with the place of every value in it. */
export interface JsonDocument {
  /** As findings name it: `header`, `payload`, `discovery`, `jwks` … */
  readonly name: string
  readonly object: JsonObject
  /** JSON Pointers (RFC 6901) of members that stand twice in one object; the last value is the one in `object`. */
  readonly duplicates: readonly string[]
  place(pointer: string): Location
}

export type JsonRefusal =
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'not-json'; readonly detail: string; readonly at: Location }
  | { readonly kind: 'not-an-object' }

/**
 * Reads bytes that must be one JSON object in UTF-8 (RFC 8259), strictly: nothing before or after it, nothing that readers
 * disagree on.
 */
export function readJsonDocument(bytes: Uint8Array, name: string): JsonDocument | JsonRefusal {
  const text = decodeUtf8(bytes)
  if (text === undefined) return { kind: 'not-utf8' }
  try {
    const { value, offsets, duplicates } = parseJson(text)
    if (!isObject(value)) return { kind: 'not-an-object' }
    return {
      name,
      object: value,
      duplicates,
      place: (pointer) => locate(name, text, pointer, offsets.get(pointer) ?? 0),
    }
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error
    return { kind: 'not-json', detail: error.message, at: locate(name, text, '', error.offset) }
  }
}

export const isRefusal = (read: JsonDocument | JsonRefusal): read is JsonRefusal => 'kind' in read

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function locate(document: string, text: string, pointer: string, offset: number): Location {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { document, path: pointer === '' ? '/' : pointer, line, column: offset - before.lastIndexOf('\n') }
}
