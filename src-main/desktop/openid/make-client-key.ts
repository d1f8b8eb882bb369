import { createHash, type KeyObject } from 'node:crypto'
import { generateKeyPair } from '#main/pki/key-pair/generate-key-pair.ts'
import type { ClientKey } from '#shared/model/openid-side.ts'

const ID_DIGITS = 16

/** The key pair by which a client proves who it is (`private_key_jwt`): its public part is for the provider's console. */
export async function makeClientKey(): Promise<{ readonly key: ClientKey; readonly privateKey: KeyObject }> {
  const { privateKey, publicKey } = await generateKeyPair('rsa-2048')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const keyId = createHash('sha256').update(spki).digest('hex').slice(0, ID_DIGITS)
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' }
  return { key: { keyId, algorithm: 'RS256', jwksJson: JSON.stringify({ keys: [jwk] }, null, 2) }, privateKey }
}
