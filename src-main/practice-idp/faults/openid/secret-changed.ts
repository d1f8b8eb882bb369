import type { OpenidFault } from './openid-fault.ts'

export const secretChanged: OpenidFault = { clientSecret: (secret) => `${secret}-2` }
