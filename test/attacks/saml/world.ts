import type { ResponseContext } from '#main/checks/response-context.ts'
import { makeEcP384, makeRsa1024 } from '#test/support/pki/rare-identity.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { soundContext } from '#test/support/saml/judging.ts'
import { ACS, type MessageParts, responseXml, SP, sign } from '#test/support/saml/response-message.ts'
import { type Crafting, craftSignature } from '#test/support/xml/craft-signature.ts'
import type { Delivery } from './delivery.ts'

/** Everybody who has a key. Only `idp` is trusted unless a case says so. */
export interface World {
  readonly idp: SigningIdentity
  readonly attacker: SigningIdentity
  /** The service provider: encrypted to its key. */
  readonly sp: SigningIdentity
  readonly p256: SigningIdentity
  readonly p384: SigningIdentity
  readonly rsa1024: SigningIdentity
}

export async function makeWorld(): Promise<World> {
  const [idp, attacker, sp, p256, p384, rsa1024] = await Promise.all([
    makeSigningIdentity(),
    makeSigningIdentity('rsa-2048', { commonName: 'attacker.example' }),
    makeSigningIdentity('rsa-2048', { commonName: 'sp.example.com' }),
    makeSigningIdentity('ec-p256'),
    makeEcP384(),
    makeRsa1024(),
  ])
  return { idp, attacker, sp, p256, p384, rsa1024 }
}

/** Posts a message to the service provider that knows `idp`. */
export function deliver(
  world: World,
  message: string | Uint8Array,
  change: Partial<ResponseContext> = {},
  trusted: readonly SigningIdentity[] = [world.idp],
): Delivery {
  const serviceProvider = { entityId: SP, acsUrl: ACS, decryptionKeys: [world.sp.privateKey] }
  return { message, context: soundContext(trusted, { serviceProvider, ...change }) }
}

export const ASSERTION = '_assertion1'
export const RESPONSE = '_response1'

export const signedAssertion = (world: World, change: Partial<MessageParts> = {}) =>
  sign(responseXml(change), world.idp, [ASSERTION])
export const signedResponse = (world: World, change: Partial<MessageParts> = {}) =>
  sign(responseXml(change), world.idp, [RESPONSE])
export const signedBoth = (world: World, change: Partial<MessageParts> = {}) =>
  sign(responseXml(change), world.idp, [ASSERTION, RESPONSE])

export const soundAssertion = (world: World) => deliver(world, signedAssertion(world))
export const soundResponse = (world: World) => deliver(world, signedResponse(world))
export const soundBoth = (world: World) => deliver(world, signedBoth(world))

/** The sound message with a signature made by hand. */
export const crafted = (world: World, change: Partial<Crafting> = {}, xml = responseXml()) =>
  craftSignature(xml, { key: world.idp.privateKey, id: ASSERTION, ...change })
export const soundCraft = (world: World) => deliver(world, crafted(world))

export const certificateOf = ({ certificate }: SigningIdentity) => certificate.x509.raw.toString('base64')
