import type { FaultCode } from '#shared/findings/catalogue.ts'
import { assertionXml, responseXml, sign, soundMessage } from '#test/support/saml/response-message.ts'
import { type Encrypting, encrypt, encryptedAssertion } from '#test/support/xml/encrypt.ts'
import { attacks, strictOnly } from '../attack.ts'
import { evilAssertion, extensions, inside } from '../cut.ts'
import {
  ASSERTION,
  crafted,
  deliver,
  RESPONSE,
  signedAssertion,
  signedResponse,
  soundAssertion,
  type World,
} from '../world.ts'

export const sealed = (world: World, content: string, encrypting: Partial<Encrypting> = {}) =>
  encryptedAssertion(content, { to: world.sp.publicKey, ...encrypting })
/** Signed, then encrypted: the ciphertext itself is covered by nothing. */
export const signedInside = (world: World, encrypting: Partial<Encrypting> = {}, assertion = assertionXml()) =>
  responseXml({}, sealed(world, sign(assertion, world.idp), encrypting))
/** Encrypted, then signed: the response's signature covers the ciphertext. */
export const signedAround = (world: World, encrypting: Partial<Encrypting> = {}) =>
  sign(responseXml({}, sealed(world, assertionXml(), encrypting)), world.idp, [RESPONSE])
export const soundInside = (world: World) => deliver(world, signedInside(world))
const soundAround = (world: World) => deliver(world, signedAround(world))

const holding = (name: string, cause: FaultCode, content: (world: World) => string) => ({
  name,
  cause,
  build: (world: World) => deliver(world, responseXml({}, sealed(world, content(world)))),
})
const signedAlone = (world: World) => sign(assertionXml(), world.idp)
const encryptedName = (world: World, encrypting: Partial<Encrypting> = {}, name = soundMessage.nameId) =>
  `<saml:EncryptedID>${encrypt(name, { to: world.sp.publicKey, ...encrypting })}</saml:EncryptedID>`

/** Anybody can encrypt to our key: what is encrypted is believed under a signature alone (CVE-2026-2092). */
export const forgedCiphertexts = attacks('S5', soundInside, {
  unsigned: holding('an unsigned assertion', 'saml.signature.missing', () => evilAssertion()),
  'other-signer': holding('one signed by another', 'saml.signature-value.key-rolled', (world) =>
    sign(assertionXml(), world.attacker),
  ),
  'beside-signed': {
    name: 'a forged ciphertext behind a signed assertion',
    control: soundAssertion,
    cause: 'saml.structure.several-assertions',
    build: (world) => deliver(world, inside('samlp:Response', signedAssertion(world), sealed(world, evilAssertion()))),
  },
  'before-signed': {
    name: 'a forged ciphertext before a signed assertion',
    control: soundAssertion,
    cause: 'saml.structure.several-assertions',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world).replace('<saml:Assertion', `${sealed(world, evilAssertion())}<saml:Assertion`),
      ),
  },
  'two-ciphertexts': {
    name: 'a forged ciphertext before a good one',
    cause: 'saml.structure.several-assertions',
    build: (world) =>
      deliver(
        world,
        signedInside(world).replace(
          '<saml:EncryptedAssertion>',
          `${sealed(world, evilAssertion())}<saml:EncryptedAssertion>`,
        ),
      ),
  },
  'in-extensions': {
    name: 'a forged ciphertext in Extensions',
    cause: 'saml.structure.assertion-misplaced',
    build: (world) =>
      deliver(
        world,
        signedInside(world).replace('<samlp:Status>', `${extensions(sealed(world, evilAssertion()))}<samlp:Status>`),
      ),
  },
  'clear-inside': {
    name: 'a signed assertion in the clear inside the EncryptedAssertion',
    cause: 'saml.structure.assertion-misplaced',
    build: (world) =>
      deliver(
        world,
        signedInside(world).replace('</saml:EncryptedAssertion>', `${signedAlone(world)}</saml:EncryptedAssertion>`),
      ),
  },
  wrapped: holding('a forged assertion around the signed one', 'saml.structure.assertion-misplaced', (world) =>
    inside('saml:Assertion', evilAssertion(), signedAlone(world)),
  ),
  'in-advice': holding('a forged assertion with the signed one in its Advice', 'saml.signature.missing', (world) =>
    evilAssertion().replace(
      '<saml:AuthnStatement',
      `<saml:Advice>${signedAlone(world)}</saml:Advice><saml:AuthnStatement`,
    ),
  ),
  'reference-outside': {
    name: 'a signature inside that points to an assertion in the clear',
    control: soundAssertion,
    cause: 'saml.structure.several-assertions',
    build: (world) =>
      deliver(
        world,
        inside('samlp:Response', signedAssertion(world), sealed(world, evilAssertion().replace('_evil', ASSERTION))),
      ),
  },
  'id-outside': {
    name: 'the ID of what is encrypted once more outside',
    cause: 'saml.structure.identifier-shared',
    build: (world) =>
      deliver(
        world,
        signedInside(world).replace(
          '<samlp:Status>',
          `${extensions(`<x xmlns="urn:x" id="${ASSERTION}"/>`)}<samlp:Status>`,
        ),
      ),
  },
  response: holding('a whole response', 'saml.encryption.other-content', (world) => signedResponse(world)),
  ciphertext: holding('another ciphertext', 'saml.encryption.other-content', (world) =>
    sealed(world, signedAlone(world)),
  ),
  'name-alone': holding(
    'a name alone',
    'saml.encryption.other-content',
    () => '<saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">admin</saml:NameID>',
  ),
  'look-alike': holding(
    'an Assertion in a foreign namespace',
    'saml.encryption.other-content',
    () => '<saml:Assertion xmlns:saml="urn:x" ID="_a" Version="2.0"/>',
  ),
  'two-roots': holding('two assertions', 'saml.encryption.not-xml', (world) => signedAlone(world) + evilAssertion()),
  'text-before': holding('text before the assertion', 'saml.encryption.not-xml', (world) => `x${signedAlone(world)}`),
  text: holding('nothing but text', 'saml.encryption.not-xml', () => 'admin@example.com'),
  empty: holding('nothing', 'saml.encryption.not-xml', () => ''),
  'old-version': holding('an assertion of version 1.1', 'saml.message.version', (world) =>
    sign(assertionXml({ assertionAttributes: soundMessage.assertionAttributes.replace('2.0', '1.1') }), world.idp),
  ),
  'swapped-ciphertext': {
    name: 'another ciphertext under the signature of the response',
    control: soundAround,
    cause: 'saml.signature-digest.changed',
    build: (world) =>
      deliver(
        world,
        signedAround(world).replace(
          /<saml:EncryptedAssertion>.*<\/saml:EncryptedAssertion>/,
          sealed(world, evilAssertion()),
        ),
      ),
  },
  'swapped-name': {
    name: 'another encrypted name in a signed assertion',
    control: (world) => deliver(world, signedAssertion(world, { nameId: encryptedName(world) })),
    cause: 'saml.signature-digest.changed',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, { nameId: encryptedName(world) }).replace(
          /<saml:EncryptedID>.*<\/saml:EncryptedID>/,
          encryptedName(world, {}, '<saml:NameID>admin</saml:NameID>'),
        ),
      ),
  },
  'name-of-unsigned': {
    name: 'an encrypted name in an unsigned assertion',
    control: (world) => deliver(world, signedAssertion(world, { nameId: encryptedName(world) })),
    cause: 'saml.signature.missing',
    build: (world) => deliver(world, responseXml({ nameId: encryptedName(world) })),
  },
  'two-names': {
    name: 'a name in the clear and an encrypted one',
    control: (world) => deliver(world, signedAssertion(world, { nameId: encryptedName(world) })),
    cause: 'saml.name-id.several',
    build: (world) => deliver(world, signedAssertion(world, { nameId: soundMessage.nameId + encryptedName(world) })),
  },
  'attribute-for-name': {
    name: 'an attribute in place of the encrypted name',
    control: (world) => deliver(world, signedAssertion(world, { nameId: encryptedName(world) })),
    cause: ['saml.encryption.other-content', 'saml.name-id.missing'],
    build: (world) =>
      deliver(world, signedAssertion(world, { nameId: encryptedName(world, {}, '<saml:Attribute Name="email"/>') })),
  },
})

const weak = (name: string, cause: FaultCode, encrypting: Partial<Encrypting>) => ({
  name,
  cause,
  modes: strictOnly,
  untried: ['saml.encryption'] as const,
  build: (world: World) => deliver(world, signedInside(world, encrypting)),
})

/** Old padding and old ciphers: refused by their names, before a private key is touched (CVE-2023-46809). */
export const oldAlgorithms = attacks('K1', soundInside, {
  'rsa-1-5': weak('RSA 1.5', 'saml.encryption-algorithm.rsa-1-5', { transport: { scheme: 'rsa-1_5' } }),
  'rsa-1-5-covered': {
    ...weak('RSA 1.5 under the signature of the response', 'saml.encryption-algorithm.rsa-1-5', {}),
    control: soundAround,
    build: (world) => deliver(world, signedAround(world, { transport: { scheme: 'rsa-1_5' } })),
  },
  'triple-des': weak('Triple DES', 'saml.encryption-algorithm.triple-des', { cipher: 'tripledes-cbc' }),
  'triple-des-covered': {
    ...weak('Triple DES under the signature of the response', 'saml.encryption-algorithm.triple-des', {}),
    control: soundAround,
    build: (world) => deliver(world, signedAround(world, { cipher: 'tripledes-cbc' })),
  },
  unknown: {
    name: 'a cipher nobody knows',
    cause: 'saml.encryption.unknown-algorithm',
    build: (world) => deliver(world, signedInside(world).replace('aes256-gcm', 'chacha20-poly1305')),
  },
  'unknown-transport': {
    name: 'a key transport nobody knows',
    cause: 'saml.encryption.unknown-algorithm',
    build: (world) => deliver(world, signedInside(world).replace('rsa-oaep-mgf1p', 'kw-aes128')),
  },
  'unknown-digest': {
    name: 'OAEP with MD5',
    cause: 'saml.encryption.unknown-algorithm',
    build: (world) => deliver(world, signedInside(world).replace('xmldsig#sha1', 'xmldsig-more#md5')),
  },
  'no-algorithm': {
    name: 'no algorithm named',
    cause: 'saml.encryption.unknown-algorithm',
    build: (world) => deliver(world, signedInside(world).replace(/ Algorithm="[^"]*aes256-gcm"/, '')),
  },
  'gcm-called-cbc': {
    name: 'GCM called CBC under the signature of the response',
    control: soundAround,
    cause: 'saml.encryption.corrupt',
    modes: strictOnly,
    build: (world) => {
      const xml = responseXml(
        {},
        sealed(world, assertionXml(), { spoil: (bytes) => bytes.subarray(0, -1 - (bytes.length % 16)) }),
      )
      return deliver(
        world,
        crafted(
          world,
          { id: RESPONSE },
          xml.replace('http://www.w3.org/2009/xmlenc11#aes256-gcm', 'http://www.w3.org/2001/04/xmlenc#aes256-cbc'),
        ),
      )
    },
  },
})
