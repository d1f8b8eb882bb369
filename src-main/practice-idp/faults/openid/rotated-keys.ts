import { createPublicKey } from 'node:crypto'
import type { OpenidFault } from './openid-fault.ts'

const KID = 'rotated'

/** OpenID Connect Core §10.1.1. */
export const rotatedKeys: OpenidFault = {
  token: async (token, { spareKeys }) => {
    const { privateKey } = await spareKeys.another(KID)
    return { ...token, key: privateKey, header: { ...token.header, kid: KID } }
  },
  keys: async (_keys, { spareKeys }) => {
    const { privateKey } = await spareKeys.another(KID)
    return [{ ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: KID, alg: 'RS256', use: 'sig' }]
  },
}
