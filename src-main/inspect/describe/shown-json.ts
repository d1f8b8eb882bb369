import type { ShownText } from './shown-text.ts'

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const tokens = new Set([
  ...['access_token', 'refresh_token', 'id_token', 'client_secret', 'client_assertion', 'code', 'code_verifier'],
  ...['password', 'registration_access_token'],
])
/** RFC 7518 §6.2.2, §6.3.2, §6.4.1: the private halves of keys. */
const privateMembers = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])

/** Indented, with secrets masked. */
export const shownJson = (value: unknown): ShownText => ({
  language: 'json',
  content: JSON.stringify(
    value,
    function mask(this: unknown, name: string, member: unknown) {
      if (tokens.has(name) && typeof member === 'string') return `(${member.length} characters, not shown)`
      return privateMembers.has(name) && isObject(this) && typeof this.kty === 'string' ? '(not shown)' : member
    },
    2,
  ),
})
