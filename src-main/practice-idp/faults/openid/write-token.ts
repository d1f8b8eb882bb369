import { sign } from 'node:crypto'
import type { Claims, UnsignedToken } from './openid-fault.ts'

const encode = (value: Claims) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** JWS Signing Input (RFC 7515 §5.1). */
export const compactInput = (header: Claims, claims: Claims): string => `${encode(header)}.${encode(claims)}`

/** RS256. */
export function writeToken({ header, claims, key }: UnsignedToken): string {
  const input = compactInput(header, claims)
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
}
