import { createHmac, createPublicKey } from 'node:crypto'
import type { OpenidFault } from './openid-fault.ts'
import { compactInput } from './write-token.ts'

/** RFC 8725 §2.1. */
export const publicKeyAsSecret: OpenidFault = {
  signed: ({ header, claims, key }) => {
    const input = compactInput({ ...header, alg: 'HS256' }, claims)
    const secret = createPublicKey(key).export({ type: 'spki', format: 'pem' })
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
  },
}
