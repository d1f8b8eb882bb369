import type { OpenidFault } from './openid-fault.ts'
import { compactInput } from './write-token.ts'

/** RFC 7519 §6. */
export const notSigned: OpenidFault = {
  signed: ({ claims }) => `${compactInput({ alg: 'none' }, claims)}.`,
}
