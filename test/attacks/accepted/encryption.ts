import { assertionXml, attribute, responseXml, sign, soundMessage } from '#test/support/saml/response-message.ts'
import { encrypt } from '#test/support/xml/encrypt.ts'
import { sealed, signedAround, signedInside } from '../saml/encryption/encryption.ts'
import { certificateOf, crafted, deliver, RESPONSE, type World } from '../saml/world.ts'
import { oddities } from './oddity.ts'

const wrapped = (xml: string) =>
  xml.replace(/(<xenc:CipherValue>)([^<]*)/g, (_whole, tag, value) => `${tag}\n${value.replace(/.{76}/g, '$&\n')}\n`)
const part = (world: World, content: string) => encrypt(content, { to: world.sp.publicKey })

/** How the same assertion may be hidden. */
export const encryption = oddities('encryption', {
  'signed, then encrypted': { build: (world) => deliver(world, signedInside(world)) },
  'encrypted, then signed': { build: (world) => deliver(world, signedAround(world)) },
  'signed, encrypted and signed again': {
    build: (world) => deliver(world, sign(signedInside(world), world.idp, [RESPONSE])),
  },
  'signed by hand, then encrypted': {
    build: (world) => deliver(world, responseXml({}, sealed(world, crafted(world, {}, assertionXml())))),
  },
  'the key beside the content': { build: (world) => deliver(world, signedInside(world, { keyPlace: 'beside' })) },
  'the key beside the content, and a RetrievalMethod to it': {
    build: (world) =>
      deliver(
        world,
        signedInside(world, { keyPlace: 'beside' })
          .replace(
            /<ds:KeyInfo xmlns:ds="[^"]*"><\/ds:KeyInfo>/,
            '<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:RetrievalMethod Type="http://www.w3.org/2001/04/xmlenc#EncryptedKey" URI="#_key"/></ds:KeyInfo>',
          )
          .replace('<xenc:EncryptedKey ', '<xenc:EncryptedKey Id="_key" '),
      ),
  },
  'naming our certificate': {
    build: (world) => deliver(world, signedInside(world, { certificate: certificateOf(world.sp) })),
  },
  'naming another certificate': {
    build: (world) => deliver(world, signedInside(world, { certificate: certificateOf(world.attacker) })),
  },
  'AES-128-GCM': { build: (world) => deliver(world, signedInside(world, { cipher: 'aes128-gcm' })) },
  'AES-192-GCM': { build: (world) => deliver(world, signedInside(world, { cipher: 'aes192-gcm' })) },
  'AES-256-CBC under the signature of the response': {
    build: (world) => deliver(world, signedAround(world, { cipher: 'aes256-cbc' })),
  },
  'AES-128-CBC, which strict refuses': {
    build: (world) => deliver(world, signedInside(world, { cipher: 'aes128-cbc' })),
    modes: ['interop'],
  },
  'Triple DES, which strict refuses': {
    build: (world) => deliver(world, signedInside(world, { cipher: 'tripledes-cbc' })),
    modes: ['interop'],
  },
  'RSA 1.5, which strict refuses': {
    build: (world) => deliver(world, signedInside(world, { transport: { scheme: 'rsa-1_5' } })),
    modes: ['interop'],
  },
  'OAEP with SHA-256': {
    build: (world) =>
      deliver(world, signedInside(world, { transport: { scheme: 'oaep', digest: 'sha256', mask: 'sha256' } })),
  },
  'OAEP with SHA-256 and a mask of SHA-1': {
    build: (world) =>
      deliver(world, signedInside(world, { transport: { scheme: 'oaep', digest: 'sha256', mask: 'sha1' } })),
  },
  'by the second of our keys': {
    build: (world) => {
      const { message, context } = deliver(world, signedInside(world))
      const decryptionKeys = [world.attacker.privateKey, world.sp.privateKey]
      return { message, context: { ...context, serviceProvider: { ...context.serviceProvider, decryptionKeys } } }
    },
  },
  'keys for two of us': {
    build: (world) => {
      const [other = ''] =
        /<xenc:EncryptedKey.*?<\/xenc:EncryptedKey>/.exec(signedInside(world, { to: world.attacker.publicKey })) ?? []
      return deliver(world, signedInside(world).replace('<xenc:EncryptedKey', `${other}<xenc:EncryptedKey`))
    },
  },
  'ciphertexts on many lines': { build: (world) => deliver(world, wrapped(signedInside(world))) },
  'namespaces declared around the ciphertext': {
    build: (world) =>
      deliver(
        world,
        sign(responseXml({}, sealed(world, assertionXml().replace(/ xmlns:saml="[^"]*"/, ''))), world.idp, [RESPONSE]),
      ),
  },
  'an XML declaration inside': {
    build: (world) =>
      deliver(
        world,
        responseXml({}, sealed(world, `<?xml version="1.0" encoding="UTF-8"?>\n${sign(assertionXml(), world.idp)}\n`)),
      ),
  },
  'a comment beside the assertion': {
    build: (world) => deliver(world, responseXml({}, sealed(world, `<!-- x -->${sign(assertionXml(), world.idp)}`))),
  },
  'an encrypted name': {
    build: (world) =>
      deliver(
        world,
        crafted(
          world,
          {},
          responseXml({ nameId: `<saml:EncryptedID>${part(world, soundMessage.nameId)}</saml:EncryptedID>` }),
        ),
      ),
  },
  'encrypted attributes': {
    build: (world) => {
      const hidden = (xml: string) => `<saml:EncryptedAttribute>${part(world, xml)}</saml:EncryptedAttribute>`
      return deliver(
        world,
        crafted(
          world,
          {},
          responseXml({
            attributes:
              attribute('email', 'ada@example.com') +
              hidden(attribute('given_name', 'Ada')) +
              hidden(attribute('x', 'y')),
          }),
        ),
      )
    },
    identity: { attributes: { x: ['y'] }, profile: { givenName: 'Ada', email: 'ada@example.com' } },
  },
})
