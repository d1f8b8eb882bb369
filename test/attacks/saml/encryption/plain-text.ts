import { responseXml, sign, soundMessage } from '#test/support/saml/response-message.ts'
import { encrypt } from '#test/support/xml/encrypt.ts'
import { attacks } from '../attack.ts'
import type { Delivery } from '../delivery.ts'
import { deliver, RESPONSE, soundAssertion, soundBoth, type World } from '../world.ts'
import { signedAround, soundInside } from './encryption.ts'

/** By a connection that demands encryption. */
const demanding = ({ message, context }: Delivery): Delivery => ({
  message,
  context: { ...context, policy: { ...context.policy, requireEncryption: true } },
})
const plain = (name: string, build: (world: World) => Delivery) => ({
  name,
  cause: 'saml.encryption.missing' as const,
  build: (world: World) => demanding(build(world)),
})

/** Everybody on the way can read what is not encrypted, and whoever strips encryption must not get in. */
export const plainText = attacks('K4', (world) => demanding(soundInside(world)), {
  'assertion-signed': plain('an assertion in plain text, signed', soundAssertion),
  'both-signed': plain('an assertion in plain text, signed twice', soundBoth),
  'name-encrypted': {
    ...plain('an assertion in plain text with an encrypted name', (world) => {
      const name = encrypt(soundMessage.nameId, { to: world.sp.publicKey })
      const message = responseXml({ nameId: `<saml:EncryptedID>${name}</saml:EncryptedID>` })
      return deliver(world, sign(message, world.idp, [RESPONSE]))
    }),
    control: (world) => demanding(deliver(world, signedAround(world))),
  },
})
