import type { FaultCode } from '#shared/findings/catalogue.ts'
import { responseXml, sign } from '#test/support/saml/response-message.ts'
import { type Encrypting, encrypt } from '#test/support/xml/encrypt.ts'
import { attacks, strictOnly } from '../attack.ts'
import { deliver, RESPONSE, signedAssertion, soundAssertion, type World } from '../world.ts'
import { signedAround, signedInside, soundInside } from './encryption.ts'

const CONTENT = /<xenc:CipherValue>[^<]*<\/xenc:CipherValue>(?=<\/xenc:CipherData><\/xenc:EncryptedData>)/
const KEY = /<xenc:CipherValue>[^<]*<\/xenc:CipherValue>(?=<\/xenc:CipherData><\/xenc:EncryptedKey>)/

const cbc = { cipher: 'aes128-cbc' } as const
const flipped = (at: number) => (bytes: Buffer) => {
  const changed = Buffer.from(bytes)
  changed[at < 0 ? changed.length + at : at]! ^= 0x80
  return changed
}
const spoiled = (
  name: string,
  spoil: (bytes: Buffer) => Buffer,
  encrypting: Partial<Encrypting> = {},
  cause: FaultCode = 'saml.encryption.corrupt',
) => ({
  name,
  cause,
  build: (world: World) => deliver(world, signedInside(world, { ...encrypting, spoil })),
})
const part = (world: World, encrypting: Partial<Encrypting>) =>
  encrypt('<saml:NameID>admin@example.com</saml:NameID>', { to: world.sp.publicKey, ...encrypting })

/** Who changes a ciphertext learns nothing and gains nothing (Jager and Somorovsky 2011; CVE-2026-32313). */
export const changedCiphertexts = attacks('K2', soundInside, {
  'cbc-uncovered': {
    name: 'CBC that no signature covers',
    cause: 'saml.encryption-algorithm.unprotected-cbc',
    untried: ['saml.encryption'],
    modes: strictOnly,
    build: (world) => deliver(world, signedInside(world, cbc)),
  },
  'cbc-under-broken-signature': {
    name: 'CBC under a signature of the response that does not hold',
    control: (world) => deliver(world, signedAround(world, cbc)),
    cause: ['saml.encryption-algorithm.unprotected-cbc', 'saml.signature-digest.changed'],
    untried: ['saml.encryption'],
    modes: strictOnly,
    build: (world) => deliver(world, signedAround(world, cbc).replace('Destination=', 'Consent="urn:x" Destination=')),
  },
  'cbc-under-foreign-signature': {
    name: 'CBC under a signature of the response by another key',
    control: (world) => deliver(world, signedAround(world, cbc)),
    cause: ['saml.encryption-algorithm.unprotected-cbc', 'saml.signature-value.key-rolled'],
    untried: ['saml.encryption'],
    modes: strictOnly,
    build: (world) => deliver(world, sign(signedInside(world, cbc), world.attacker, [RESPONSE])),
  },
  'cbc-in-key-info': {
    name: 'a CBC ciphertext in the KeyInfo of a good signature: it must not even be tried',
    control: soundAssertion,
    cause: 'saml.structure.assertion-misplaced',
    build(world) {
      const probe = `<saml:Subject><saml:EncryptedID>${part(world, cbc)}</saml:EncryptedID></saml:Subject><saml:EncryptedAssertion/>`
      return deliver(world, signedAssertion(world).replace('<ds:KeyInfo>', `<ds:KeyInfo>${probe}`))
    },
  },
  'cbc-flipped': {
    name: 'one bit of CBC changed under the signature of the response',
    control: (world) => deliver(world, signedAround(world, cbc)),
    cause: 'saml.signature-digest.changed',
    modes: ['interop'],
    build(world) {
      const xml = signedAround(world, cbc)
      const bytes = Buffer.from(CONTENT.exec(xml)?.[0].slice('<xenc:CipherValue>'.length) ?? '', 'base64')
      const value = flipped(20)(bytes).toString('base64')
      return deliver(world, xml.replace(CONTENT, `<xenc:CipherValue>${value}</xenc:CipherValue>`))
    },
  },
  'cbc-padding': {
    ...spoiled('the padding of CBC changed', flipped(-17), cbc),
    modes: ['interop'],
  },
  'cbc-cut': { ...spoiled('CBC cut inside a block', (bytes) => bytes.subarray(0, -1), cbc), modes: ['interop'] },
  'cbc-iv-alone': { ...spoiled('CBC without a block', (bytes) => bytes.subarray(0, 16), cbc), modes: ['interop'] },
  'gcm-flipped': spoiled('one bit of GCM changed', flipped(40)),
  'gcm-iv-flipped': spoiled('one bit of the IV changed', flipped(0)),
  'gcm-tag-flipped': spoiled('one bit of the tag changed', flipped(-1)),
  'gcm-no-tag': spoiled('no tag', (bytes) => bytes.subarray(0, -16)),
  ...Object.fromEntries(
    [4, 8, 12, 15].map((length) => [
      `gcm-tag-${length}`,
      spoiled(`a tag of ${length} bytes`, (bytes) => bytes.subarray(0, length - 16)),
    ]),
  ),
  'gcm-iv-alone': spoiled('an IV and nothing else', (bytes) => bytes.subarray(0, 12)),
  'gcm-short': spoiled('one byte', (bytes) => bytes.subarray(0, 1)),
  'gcm-longer': spoiled('a byte behind', (bytes) => Buffer.concat([bytes, Buffer.from([0])])),
  'empty-value': {
    name: 'no ciphertext',
    cause: 'saml.encryption.malformed',
    build: (world) => deliver(world, signedInside(world, { spoil: () => Buffer.alloc(0) })),
  },
  'other-key': {
    name: 'encrypted for another key',
    cause: 'saml.encryption.other-key',
    verdict: 'undecided',
    build: (world) => deliver(world, signedInside(world, { to: world.attacker.publicKey })),
  },
  'unsigned-name-cbc': {
    name: 'a CBC ciphertext as the name of an unsigned assertion',
    control: soundAssertion,
    cause: ['saml.encryption-algorithm.unprotected-cbc', 'saml.signature.missing'],
    untried: ['saml.encryption'],
    modes: strictOnly,
    build: (world) =>
      deliver(world, responseXml({ nameId: `<saml:EncryptedID>${part(world, cbc)}</saml:EncryptedID>` })),
  },
})

const referring = (name: string, where: RegExp, uri: string) => ({
  name,
  cause: 'saml.encryption.external-reference' as const,
  build: (world: World) => deliver(world, signedInside(world).replace(where, `<xenc:CipherReference URI="${uri}"/>`)),
})

/** Nothing is fetched because a message says so. */
export const ciphertextsElsewhere = attacks('K3', soundInside, {
  web: referring('the content on the web', CONTENT, 'http://127.0.0.1:9/x'),
  file: referring('the content in a file', CONTENT, 'file:///etc/passwd'),
  fragment: referring('the content elsewhere in the message', CONTENT, '#_x'),
  'key-web': referring('the key on the web', KEY, 'http://127.0.0.1:9/x'),
  retrieval: {
    name: 'a RetrievalMethod to the web',
    cause: 'saml.encryption.external-reference',
    build: (world) =>
      deliver(
        world,
        signedInside(world).replace(
          '<xenc:EncryptedKey',
          '<ds:RetrievalMethod URI="http://127.0.0.1:9/x"/><xenc:EncryptedKey',
        ),
      ),
  },
  'retrieval-empty': {
    name: 'a RetrievalMethod to the empty URI',
    cause: 'saml.encryption.external-reference',
    build: (world) =>
      deliver(
        world,
        signedInside(world).replace('<xenc:EncryptedKey', '<ds:RetrievalMethod URI=""/><xenc:EncryptedKey'),
      ),
  },
})

const repeatedKeys = (world: World, times: number) =>
  deliver(
    world,
    signedInside(world).replace(/(<xenc:EncryptedKey.*?<\/xenc:EncryptedKey>)/, (key) => key.repeat(times)),
  )
const repeatedNames = (world: World, times: number) =>
  signedAssertion(world, { nameId: `<saml:EncryptedID>${part(world, {})}</saml:EncryptedID>`.repeat(times) })

/** Counts come before cryptography. */
export const manyCiphertexts = attacks('G1', soundInside, {
  'nine-keys': {
    name: 'nine encrypted keys',
    cause: 'saml.encryption.too-many-keys',
    build: (world) => repeatedKeys(world, 9),
  },
  'hundreds-of-keys': {
    name: 'seven hundred encrypted keys',
    cause: 'saml.encryption.too-many-keys',
    build: (world) => repeatedKeys(world, 700),
  },
  'hundreds-of-names': {
    name: 'two hundred encrypted names',
    control: soundAssertion,
    cause: ['saml.encryption.too-many-keys', 'saml.name-id.several'],
    build: (world) => deliver(world, repeatedNames(world, 200)),
  },
})
