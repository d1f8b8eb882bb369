import type { Field, Shape } from './shape.ts'

/** A JSON text (RFC 8259); a bare number or word counts as text. */
export function readJson(text: string): { readonly value: unknown } | undefined {
  if (!/^[[{"]/.test(text)) return undefined
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** The text members of an object that holds a SAML message, as logs write down a form. */
export function jsonFields(value: unknown): Extract<Shape, { is: 'fields' }> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('SAMLResponse' in value) && !('SAMLRequest' in value)) return undefined
  const fields = Object.entries(value).flatMap(([name, text]): Field[] =>
    typeof text === 'string' ? [{ name, value: text }] : [],
  )
  return { is: 'fields', carrier: 'form', address: null, fields }
}
