import { soundTokenContext, type TokenContextChange } from '#test/support/oidc/token-judging.ts'
import { idToken, makeSigningKey, type SigningKey, type TokenParts } from '#test/support/oidc/token-message.ts'
import type { Delivery } from './delivery.ts'

/** Everybody who has a key. Only `op` and `ec` are the provider's. */
export interface World {
  readonly op: SigningKey
  readonly ec: SigningKey
  readonly attacker: SigningKey
  /** Ours: tokens may be encrypted to it. */
  readonly rp: SigningKey
  readonly rsa1024: SigningKey
}

export const CLIENT_SECRET = 'the client secret that was registered'

export const makeWorld = (): World => ({
  op: makeSigningKey('RS256', 'key-1'),
  ec: makeSigningKey('ES256', 'key-2'),
  attacker: makeSigningKey('RS256', 'key-1'),
  rp: makeSigningKey('RS256', 'enc-1'),
  rsa1024: makeSigningKey('RS256', 'short', 1024),
})

/** Sends a token to the client that knows the provider's two keys. */
export const deliver = (world: World, token: string, change: TokenContextChange = {}): Delivery => {
  const client = { decryptionKeys: [world.rp.privateKey], ...change.client }
  return { token, context: soundTokenContext([world.op, world.ec], { ...change, client }) }
}

export const signed = (world: World, claims: TokenParts['claims'] = {}, change: TokenContextChange = {}) =>
  deliver(world, idToken(world.op, { claims }), change)

export const sound = (world: World) => signed(world)
