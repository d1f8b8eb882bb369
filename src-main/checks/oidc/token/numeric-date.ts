import type { Claims } from '#main/oidc/token/claims.ts'
import { distance } from '../../saml/window.ts'
import { show } from './show.ts'

/** Beyond these a number is no date: JavaScript's own limit. */
const LAST = 8_640_000_000_000

export type NumericDate =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly actual: string | undefined }
  /** Milliseconds since 1970. */
  | { readonly kind: 'time'; readonly time: number; readonly actual: string }

/** RFC 7519 §2: seconds since 1970 as a number. Text that looks like one is not one; Infinity is no time. */
export function readNumericDate(claims: Claims, name: string, now: Date): NumericDate {
  const value = claims.value(name)
  if (value === undefined) return { kind: 'absent' }
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > LAST)
    return { kind: 'unreadable', actual: typeof value === 'number' ? String(value) : show(value) }
  const time = value * 1000
  const text = new Date(time).toISOString()
  return { kind: 'time', time, actual: `${text} (${distance(text, now)})` }
}
