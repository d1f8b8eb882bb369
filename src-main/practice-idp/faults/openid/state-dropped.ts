import type { OpenidFault } from './openid-fault.ts'

/** RFC 6749 §4.1.2. */
export const stateDropped: OpenidFault = { callback: (parameters) => parameters.delete('state') }
