import type { OpenidFault } from './openid-fault.ts'

export const unknownKey: OpenidFault = {
  token: (token) => ({ ...token, header: { ...token.header, kid: 'not-published' } }),
}
