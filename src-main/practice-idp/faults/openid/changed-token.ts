import type { OpenidFault } from './openid-fault.ts'
import { compactInput, writeToken } from './write-token.ts'

export const changedToken: OpenidFault = {
  signed: (token) => {
    const [, , signature = ''] = writeToken(token).split('.')
    return `${compactInput(token.header, { ...token.claims, name: 'Somebody Else' })}.${signature}`
  },
}
