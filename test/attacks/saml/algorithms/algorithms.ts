import { createHmac } from 'node:crypto'
import type { SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { responseXml, sign } from '#test/support/saml/response-message.ts'
import { methodUris } from '#test/support/xml/craft-signature.ts'
import { attacks, strictOnly } from '../attack.ts'
import { ASSERTION, crafted, deliver, soundCraft, type World } from '../world.ts'

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#'
const HMAC_SHA1 = 'http://www.w3.org/2000/09/xmldsig#hmac-sha1'
const named =
  (uri: string, inside = '') =>
  (xml: string) =>
    xml.replace(
      /<ds:SignatureMethod [^>]*><\/ds:SignatureMethod>/,
      `<ds:SignatureMethod Algorithm="${uri}">${inside}</ds:SignatureMethod>`,
    )

/** A public key in every form that some library has taken for a shared secret. */
const secrets: Record<string, (idp: SigningIdentity) => string | Buffer> = {
  'certificate-pem': ({ certificate }) => certificate.x509.toString(),
  'certificate-der': ({ certificate }) => certificate.x509.raw,
  'certificate-base64': ({ certificate }) => certificate.x509.raw.toString('base64'),
  'key-pem': ({ publicKey }) => publicKey.export({ type: 'spki', format: 'pem' }),
  'key-der': ({ publicKey }) => publicKey.export({ type: 'spki', format: 'der' }),
  empty: () => '',
}
const hmac = (world: World, secret: string | Buffer, length?: number) =>
  deliver(
    world,
    crafted(world, {
      signedInfo: named(
        `${MORE}hmac-sha256`,
        length === undefined ? '' : `<ds:HMACOutputLength>${length * 8}</ds:HMACOutputLength>`,
      ),
      value: (octets) => createHmac('sha256', secret).update(octets).digest().subarray(0, length),
    }),
  )

/** No algorithm with a shared secret exists (GHSA-c27r-x354-4m68, CVE-2009-0217). */
export const sharedSecrets = attacks('S9', soundCraft, {
  ...Object.fromEntries(
    Object.entries(secrets).map(([id, secret]) => [
      id,
      {
        name: `HMAC with a secret of ${id}`,
        cause: 'saml.signature-algorithm.unknown' as const,
        build: (world: World) => hmac(world, secret(world.idp)),
      },
    ]),
  ),
  truncated: {
    name: 'HMAC cut to one byte',
    cause: 'saml.signature-algorithm.unknown',
    build: (world) => hmac(world, 'x', 1),
  },
  nothing: {
    name: 'HMAC-SHA1 cut to no byte',
    cause: 'saml.signature-algorithm.unknown',
    build: (world) =>
      deliver(world, crafted(world, { signedInfo: named(HMAC_SHA1, '<ds:HMACOutputLength>0</ds:HMACOutputLength>') })),
  },
})

const unknown = (uri: string) => ({
  name: `signed with ${uri || 'no algorithm'}`,
  cause: 'saml.signature-algorithm.unknown' as const,
  build: (world: World) => deliver(world, crafted(world, { signedInfo: named(uri) })),
})
const elliptic = (world: World, value: (octets: Buffer) => Buffer) =>
  deliver(world, crafted(world, { method: 'ecdsa-sha256', key: world.p256.privateKey, value }), {}, [world.p256])
const soundElliptic = (world: World) =>
  deliver(world, crafted(world, { method: 'ecdsa-sha256', key: world.p256.privateKey }), {}, [world.p256])
const forgedValue = (name: string, value: () => Buffer) => ({
  name,
  control: soundElliptic,
  cause: 'saml.signature-value.wrong-key' as const,
  build: (world: World) => elliptic(world, value),
})
/** The order of P-256, and the group's generator's r for s = 0. */
const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex')

/** Weak, unknown or mismatched algorithms (CVE-2022-21449, and the audit rows of S12). */
export const weakAlgorithms = attacks('S12', soundCraft, {
  'rsa-md5': unknown(`${MORE}rsa-md5`),
  'rsa-sha224': unknown(`${MORE}rsa-sha224`),
  'rsa-ripemd': unknown(`${MORE}rsa-ripemd160`),
  'dsa-sha1': unknown('http://www.w3.org/2000/09/xmldsig#dsa-sha1'),
  'dsa-sha256': unknown('http://www.w3.org/2009/xmldsig11#dsa-sha256'),
  eddsa: unknown('http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519'),
  'pss-parameters': unknown('http://www.w3.org/2007/05/xmldsig-more#rsa-pss'),
  'sha3-ecdsa': unknown('http://www.w3.org/2021/04/xmldsig-more#ecdsa-sha3-256'),
  none: unknown('none'),
  unnamed: unknown(''),
  'space-behind': unknown(`${methodUris['rsa-sha256']} `),
  capitals: unknown(methodUris['rsa-sha256'].toUpperCase()),
  'no-method': {
    name: 'no SignatureMethod',
    cause: 'saml.signature-shape.malformed',
    build: (world) =>
      deliver(
        world,
        crafted(world, { signedInfo: (xml) => xml.replace(/<ds:SignatureMethod.*?<\/ds:SignatureMethod>/, '') }),
      ),
  },
  'digest-md5': {
    name: 'digested with MD5',
    cause: 'saml.signature-algorithm.unknown',
    passes: ['saml.signature-value'],
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          signedInfo: (xml) =>
            xml
              .replace(/(DigestMethod Algorithm=")[^"]*/, `$1${MORE}md5`)
              .replace(/(<ds:DigestValue>)[^<]*/, '$11B2M2Y8AsgTpgAmY7PhCfg=='),
        }),
      ),
  },
  'digest-of-another': {
    name: 'a SHA-256 digest called SHA-512',
    cause: 'saml.signature-digest.changed',
    passes: ['saml.signature-value'],
    build: (world) =>
      deliver(world, crafted(world, { signedInfo: (xml) => xml.replace('xmlenc#sha256', 'xmlenc#sha512') })),
  },
  'sha-1-signature': {
    name: 'RSA with SHA-1',
    cause: 'saml.signature-algorithm.sha-1',
    modes: strictOnly,
    passes: ['saml.signature-value', 'saml.signature-digest'],
    build: (world) => deliver(world, crafted(world, { method: 'rsa-sha1' })),
  },
  'sha-1-digest': {
    name: 'a SHA-1 digest under RSA with SHA-256',
    cause: 'saml.signature-algorithm.sha-1',
    modes: strictOnly,
    passes: ['saml.signature-value', 'saml.signature-digest'],
    build: (world) => deliver(world, crafted(world, { digest: 'sha1' })),
  },
  'rsa-1024': {
    name: 'an RSA key of 1024 bits',
    cause: 'saml.certificate.short-key',
    modes: strictOnly,
    passes: ['saml.signature-value', 'saml.signature-digest'],
    build: (world) => deliver(world, sign(responseXml(), world.rsa1024, [ASSERTION]), {}, [world.rsa1024]),
  },
  'method-of-another-hash': {
    name: 'RSA with SHA-256 called SHA-512',
    cause: 'saml.signature-value.wrong-key',
    build: (world) => deliver(world, crafted(world, { afterwards: (xml) => xml.replace('rsa-sha256', 'rsa-sha512') })),
  },
  'pkcs1-called-pss': {
    name: 'PKCS#1 v1.5 called PSS',
    cause: 'saml.signature-value.wrong-key',
    build: (world) =>
      deliver(
        world,
        crafted(world, { afterwards: (xml) => xml.replace(methodUris['rsa-sha256'], methodUris['pss-sha256']) }),
      ),
  },
  'rsa-zero': {
    name: 'an RSA signature of zeros',
    cause: 'saml.signature-value.wrong-key',
    build: (world) => deliver(world, crafted(world, { value: () => Buffer.alloc(256) })),
  },
  'rsa-one': {
    name: 'an RSA signature of 1',
    cause: 'saml.signature-value.wrong-key',
    build: (world) =>
      deliver(world, crafted(world, { value: () => Buffer.concat([Buffer.alloc(255), Buffer.from([1])]) })),
  },
  'rsa-short': {
    name: 'an RSA signature of one byte',
    cause: 'saml.signature-value.wrong-key',
    build: (world) => deliver(world, crafted(world, { value: () => Buffer.from([1]) })),
  },
  'rsa-long': {
    name: 'an RSA signature of four thousand bytes',
    cause: 'saml.signature-value.wrong-key',
    build: (world) => deliver(world, crafted(world, { value: () => Buffer.alloc(4_000, 0xff) })),
  },
  'ecdsa-zero': forgedValue('an ECDSA signature of zeros: r = s = 0', () => Buffer.alloc(64)),
  'ecdsa-order': forgedValue('an ECDSA signature of the order of the group', () => Buffer.concat([order, order])),
  'ecdsa-one': forgedValue('r = s = 1', () =>
    Buffer.concat([Buffer.alloc(31), Buffer.from([1]), Buffer.alloc(31), Buffer.from([1])]),
  ),
  'ecdsa-short': forgedValue('one byte', () => Buffer.from([1])),
  'ecdsa-odd': forgedValue('sixty-three bytes', () => Buffer.alloc(63, 1)),
  'ecdsa-long': forgedValue('a hundred and twenty-eight bytes', () => Buffer.alloc(128, 1)),
  'ecdsa-der': forgedValue('an empty DER sequence', () => Buffer.from([0x30, 0x00])),
  'ecdsa-der-zero': forgedValue('r = s = 0 in DER', () =>
    Buffer.from([0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00]),
  ),
  'rsa-called-ecdsa': {
    name: 'an RSA signature called ECDSA',
    cause: 'saml.signature-value.wrong-key',
    build: (world) => deliver(world, crafted(world, { signedInfo: named(methodUris['ecdsa-sha256']) })),
  },
  'ecdsa-called-rsa': {
    name: 'an ECDSA signature called RSA',
    control: soundElliptic,
    cause: 'saml.signature-value.wrong-key',
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          method: 'ecdsa-sha256',
          key: world.p256.privateKey,
          signedInfo: named(methodUris['rsa-sha256']),
        }),
        {},
        [world.p256],
      ),
  },
  'curve-of-another': {
    name: 'a signature by a key on another curve',
    control: soundElliptic,
    cause: 'saml.signature-value.wrong-key',
    build: (world) =>
      deliver(world, crafted(world, { method: 'ecdsa-sha256', key: world.p384.privateKey }), {}, [world.p256]),
  },
})
