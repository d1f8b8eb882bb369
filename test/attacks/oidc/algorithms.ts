import {
  idToken,
  idTokenByHmac,
  publicJwk,
  signJson,
  soundClaims,
  withSignature,
} from '#test/support/oidc/token-message.ts'
import { attacks } from './attack.ts'
import { CLIENT_SECRET, deliver, sound, type World } from './world.ts'

const withAlg = (world: World, alg: unknown, signature?: string) => {
  const token = idToken(world.op, { header: { alg } })
  return deliver(world, signature === undefined ? token : withSignature(token, signature))
}

/** CVE-2015-9235, OIDF oidcc-client-test-idtoken-sig-none. */
export const unsigned = attacks('O1', sound, {
  none: { name: 'alg none, no signature', cause: 'oidc.algorithm.none', build: (world) => withAlg(world, 'none', '') },
  capitals: { name: 'alg NONE', cause: 'oidc.algorithm.none', build: (world) => withAlg(world, 'NONE', '') },
  mixed: { name: 'alg nOnE', cause: 'oidc.algorithm.none', build: (world) => withAlg(world, 'nOnE', '') },
  'with-signature': {
    name: 'alg none beside a signature',
    cause: 'oidc.algorithm.none',
    build: (world) => withAlg(world, 'none'),
  },
  null: { name: 'alg null', cause: 'oidc.algorithm.missing', build: (world) => withAlg(world, null, '') },
  missing: { name: 'no alg', cause: 'oidc.algorithm.missing', build: (world) => withAlg(world, undefined, '') },
  list: { name: 'alg as a list', cause: 'oidc.algorithm.missing', build: (world) => withAlg(world, ['RS256']) },
  'case-variant': { name: 'alg rs256', cause: 'oidc.algorithm.unknown', build: (world) => withAlg(world, 'rs256') },
  padded: { name: 'alg with a space', cause: 'oidc.algorithm.unknown', build: (world) => withAlg(world, 'RS256 ') },
  prototype: { name: 'alg __proto__', cause: 'oidc.algorithm.unknown', build: (world) => withAlg(world, '__proto__') },
  empty: {
    name: 'RS256, but the signature is left out',
    cause: 'oidc.signature.missing',
    build: (world) => withAlg(world, 'RS256', ''),
  },
})

const pem = ({ op }: World) => op.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const bySecret = (world: World, secret: string | Uint8Array, kid: string | undefined = 'key-1') =>
  deliver(world, idTokenByHmac(secret, { header: { kid } }))

/** CVE-2016-10555, OIDF invalid-alternate-alg. */
export const confused = attacks('O2', sound, {
  pem: {
    name: 'HS256 with the public key in PEM',
    cause: 'oidc.signature.public-key-as-secret',
    build: (world) => bySecret(world, pem(world)),
  },
  'pem-trimmed': {
    name: 'HS256 with the PEM without its last line end',
    cause: 'oidc.signature.public-key-as-secret',
    build: (world) => bySecret(world, pem(world).trimEnd()),
  },
  pkcs1: {
    name: 'HS256 with the public key in PKCS#1',
    cause: 'oidc.signature.public-key-as-secret',
    build: (world) => bySecret(world, world.op.publicKey.export({ type: 'pkcs1', format: 'pem' })),
  },
  der: {
    name: 'HS256 with the public key in DER',
    cause: 'oidc.signature.public-key-as-secret',
    build: (world) => bySecret(world, world.op.publicKey.export({ type: 'spki', format: 'der' })),
  },
  jwk: {
    name: 'HS256 with the JWK',
    cause: 'oidc.signature.public-key-as-secret',
    build: (world) => bySecret(world, JSON.stringify(world.op.publicKey.export({ format: 'jwk' }))),
  },
  'without-kid': {
    name: 'HS256 with the public key and no kid',
    cause: 'oidc.signature.public-key-as-secret',
    build: (world) => bySecret(world, pem(world), undefined),
  },
  empty: {
    name: 'HS256 with an empty secret',
    cause: 'oidc.algorithm.shared-secret',
    build: (world) => bySecret(world, ''),
  },
  'client-secret': {
    name: 'HS256 with the client secret, which this connection does not verify with',
    cause: 'oidc.algorithm.shared-secret',
    build: (world) => bySecret(world, CLIENT_SECRET),
  },
  'client-secret-known': {
    name: 'HS256 with the client secret where RS256 and ES256 are announced',
    cause: 'oidc.algorithm.not-announced',
    build: (world) => deliver(world, idTokenByHmac(CLIENT_SECRET), { client: { secret: CLIENT_SECRET } }),
  },
  'alternate-algorithm': {
    name: 'PS256 with the right key where RS256 and ES256 are announced',
    cause: 'oidc.algorithm.not-announced',
    build: (world) => deliver(world, idToken({ ...world.op, alg: 'PS256' })),
  },
  'announced-but-not-ours': {
    name: 'ES256 by the provider where the client was registered for RS256',
    cause: 'oidc.algorithm.unexpected',
    build: (world) => deliver(world, idToken(world.ec), { client: { signingAlgorithm: 'RS256' } }),
    control: (world) => deliver(world, idToken(world.op), { client: { signingAlgorithm: 'RS256' } }),
  },
  'key-of-another-kind': {
    name: 'alg ES256 beside the kid of an RSA key',
    cause: 'oidc.key.other-algorithm',
    build: (world) => deliver(world, idToken(world.ec, { header: { kid: 'key-1' } })),
  },
  'zero-signature': {
    name: 'ES256 with a signature of zeros (CVE-2022-21449)',
    cause: 'oidc.signature.invalid',
    build: (world) => deliver(world, withSignature(idToken(world.ec), new Uint8Array(64))),
    control: (world) => deliver(world, idToken(world.ec)),
  },
})

/** In the code flow too: openid-client leaves it to TLS unless told otherwise. */
export const unverified = attacks('O3', sound, {
  'foreign-key': {
    name: 'signed by the attacker under the name of a known key',
    cause: 'oidc.signature.invalid',
    build: (world) => deliver(world, idToken(world.attacker)),
  },
  changed: {
    name: 'another subject under a good signature',
    cause: 'oidc.signature.invalid',
    build: (world) => {
      const [header = '', , signature = ''] = idToken(world.op).split('.')
      const claims = Buffer.from(JSON.stringify({ ...soundClaims, sub: 'eve' })).toString('base64url')
      return deliver(world, `${header}.${claims}.${signature}`)
    },
  },
  garbage: {
    name: 'a signature of other bytes',
    cause: 'oidc.signature.invalid',
    build: (world) => deliver(world, withSignature(idToken(world.op), new Uint8Array(256).fill(1))),
  },
  shortened: {
    name: 'half a signature',
    cause: 'oidc.signature.invalid',
    build: (world) => deliver(world, withSignature(idToken(world.op), new Uint8Array(128))),
  },
  'of-another-token': {
    name: 'the signature of another token of the provider',
    cause: 'oidc.signature.invalid',
    build: (world) => {
      const [, , signature = ''] = signJson(world.op, { alg: 'RS256', kid: 'key-1' }, { sub: 'x' }).split('.')
      return deliver(world, withSignature(idToken(world.op), signature))
    },
  },
  'no-keys': {
    name: 'no key of the provider is known',
    cause: [],
    verdict: 'undecided',
    build: (world) => deliver(world, idToken(world.op), { provider: { keys: undefined } }),
  },
  'empty-key-set': {
    name: 'the key set of the provider is empty',
    cause: 'oidc.key.unknown',
    build: (world) => deliver(world, idToken(world.op), { provider: { keys: [] } }),
  },
})

const brought = (world: World, header: Record<string, unknown>) => deliver(world, idToken(world.attacker, { header }))
const withHeader = (world: World, header: Record<string, unknown>) => deliver(world, idToken(world.op, { header }))

/** CVE-2018-0114, RFC 8725 §3.10: keys come from the jwks_uri alone. */
export const headerKeys = attacks('O4', sound, {
  jwk: {
    name: 'the key of the attacker as jwk',
    cause: 'oidc.signature.key-in-header',
    build: (world) => brought(world, { jwk: publicJwk(world.attacker) }),
  },
  'jwk-new-kid': {
    name: 'the key of the attacker as jwk, under a name of its own',
    cause: 'oidc.signature.key-in-header',
    build: (world) => brought(world, { kid: 'evil', jwk: publicJwk(world.attacker) }),
  },
  jku: {
    name: 'the key set of the attacker as jku',
    cause: 'oidc.signature.invalid',
    build: (world) => brought(world, { jku: 'http://127.0.0.1:9/jwks' }),
  },
  x5u: {
    name: 'the certificate of the attacker as x5u',
    cause: 'oidc.signature.invalid',
    build: (world) => brought(world, { x5u: 'http://127.0.0.1:9/cert.pem' }),
  },
  x5c: {
    name: 'x5c that cannot be read',
    cause: 'oidc.signature.invalid',
    build: (world) => brought(world, { x5c: ['AAAA'] }),
  },
  'kid-path': {
    name: 'kid as a path',
    cause: 'oidc.key.unknown',
    build: (world) => brought(world, { kid: '../../../../dev/null' }),
  },
  'kid-query': {
    name: 'kid as a query',
    cause: 'oidc.key.unknown',
    build: (world) => brought(world, { kid: "key-1' OR '1'='1" }),
  },
  'kid-list': {
    name: 'kid as a list',
    cause: 'oidc.key.not-a-name',
    build: (world) => withHeader(world, { kid: ['key-1'] }),
  },
  'kid-case': {
    name: 'kid in capitals',
    cause: 'oidc.key.unknown',
    build: (world) => withHeader(world, { kid: 'KEY-1' }),
  },
  'kid-of-another': {
    name: 'kid of another key of the provider',
    cause: 'oidc.key.other-algorithm',
    build: (world) => withHeader(world, { kid: 'key-2' }),
  },
  crit: {
    name: 'an unknown critical member',
    cause: 'oidc.critical.unknown',
    build: (world) => withHeader(world, { crit: ['exp'], exp: 1 }),
  },
  'crit-empty': {
    name: 'an empty list of critical members',
    cause: 'oidc.critical.unknown',
    build: (world) => withHeader(world, { crit: [] }),
  },
  b64: {
    name: 'an unencoded payload (RFC 7797)',
    cause: 'oidc.critical.unknown',
    build: (world) => withHeader(world, { b64: false, crit: ['b64'] }),
  },
  'b64-alone': {
    name: 'b64 without crit',
    cause: 'oidc.critical.unknown',
    build: (world) => withHeader(world, { b64: false }),
  },
})
