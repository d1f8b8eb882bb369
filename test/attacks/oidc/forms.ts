import { CompactEncrypt, FlattenedSign } from 'jose'
import { halfHash } from '#main/checks/oidc/token/token-hash.ts'
import { jsonDocument, keysOf } from '#test/support/oidc/token-judging.ts'
import { idToken, makeSigningKey, publicJwk, SUBJECT, signText, soundClaims } from '#test/support/oidc/token-message.ts'
import { attacks, strictOnly } from './attack.ts'
import { deliver, signed, sound, type World } from './world.ts'

const header = JSON.stringify({ alg: 'RS256', kid: 'key-1' })
const withPayload = (world: World, payload: string) => deliver(world, signText(world.op, header, payload))
const withHeader = (world: World, text: string) => deliver(world, signText(world.op, text, JSON.stringify(soundClaims)))
const claims = JSON.stringify(soundClaims)
const LOGOUT = { 'http://schemas.openid.net/event/backchannel-logout': {} }

const encrypt = (world: World, text: string) =>
  new CompactEncrypt(Buffer.from(text))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT' })
    .encrypt(world.rp.publicKey)

/** RFC 8725 §3.11: what is no ID Token, or reads as two. */
export const confusedTokens = attacks('O10', sound, {
  'access-token': {
    name: 'a JWT access token of the provider, for us',
    cause: 'oidc.type.access-token',
    build: (world) =>
      deliver(world, idToken(world.op, { header: { typ: 'at+jwt' }, claims: { nonce: undefined, scope: 'openid' } })),
  },
  'access-token-long-type': {
    name: 'the same with the long type',
    cause: 'oidc.type.access-token',
    build: (world) => deliver(world, idToken(world.op, { header: { typ: 'application/at+JWT' } })),
  },
  'logout-token': {
    name: 'a logout token',
    cause: 'oidc.type.logout-token',
    build: (world) =>
      deliver(
        world,
        idToken(world.op, {
          header: { typ: 'logout+jwt' },
          claims: { nonce: undefined, exp: undefined, events: LOGOUT },
        }),
      ),
  },
  'logout-token-untyped': {
    name: 'a logout token without its type',
    cause: 'oidc.type.logout-token',
    build: (world) => signed(world, { events: LOGOUT, nonce: undefined }),
  },
  'security-event': {
    name: 'a security event',
    cause: 'oidc.type.other',
    build: (world) => signed(world, { events: { 'urn:x': {} } }),
  },
  'another-type': {
    name: 'typ dpop+jwt',
    cause: 'oidc.type.other',
    build: (world) => deliver(world, idToken(world.op, { header: { typ: 'dpop+jwt' } })),
  },
  opaque: {
    name: 'an opaque access token',
    cause: 'oidc.token.opaque',
    build: (world) => deliver(world, '2YotnFZFEjr1zCsicMWpAA'),
  },
  'duplicate-claim': {
    name: 'sub twice',
    cause: 'oidc.token.duplicate-member',
    build: (world) => withPayload(world, claims.replace('{', '{"sub":"eve",')),
  },
  'duplicate-escaped': {
    name: 'sub twice, once escaped',
    cause: 'oidc.token.duplicate-member',
    build: (world) => withPayload(world, claims.replace('{', '{"\\u0073ub":"eve",')),
  },
  'duplicate-nested': {
    name: 'a member of a member twice',
    cause: 'oidc.token.duplicate-member',
    build: (world) => withPayload(world, claims.replace('{', '{"address":{"a":1,"a":2},')),
  },
  'duplicate-header': {
    name: 'alg twice',
    cause: 'oidc.token.duplicate-member',
    build: (world) => withHeader(world, header.replace('{', '{"alg":"none",')),
  },
  'json-serialization': {
    name: 'JSON serialization',
    cause: 'oidc.token.json-serialization',
    build: async (world) => {
      const flat = await new FlattenedSign(Buffer.from(claims))
        .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
        .sign(world.op.privateKey)
      return deliver(world, JSON.stringify(flat))
    },
  },
  'trailing-json': {
    name: 'a second object behind the claims',
    cause: 'oidc.token.json',
    build: (world) => withPayload(world, `${claims}{"sub":"eve"}`),
  },
  'line-breaks': {
    name: 'a line break inside the token',
    cause: 'oidc.token.encoding',
    build: (world) => deliver(world, idToken(world.op).replace('.', '.\n')),
  },
  'spare-bits': {
    name: 'bits in Base64 that nobody reads',
    cause: 'oidc.token.encoding',
    build: (world) => deliver(world, respelled(idToken(world.op))),
  },
  'encrypted-unsigned': {
    name: 'claims encrypted to us that nobody signed',
    cause: 'oidc.encryption.not-signed',
    build: async (world) => deliver(world, await encrypt(world, claims)),
  },
  'encrypted-by-stranger': {
    name: 'a forged token encrypted to us',
    cause: 'oidc.signature.invalid',
    build: async (world) => deliver(world, await encrypt(world, idToken(world.attacker))),
  },
  'encrypted-twice': {
    name: 'encrypted twice',
    cause: 'oidc.encryption.not-signed',
    build: async (world) => deliver(world, await encrypt(world, await encrypt(world, idToken(world.op)))),
  },
  'proto-claim': {
    name: 'claims that would change a prototype',
    cause: 'oidc.subject.missing',
    build: (world) =>
      withPayload(
        world,
        JSON.stringify({ ...soundClaims, sub: undefined }).replace('{', '{"__proto__":{"sub":"eve"},'),
      ),
  },
})

/** The last character of the signature stands for fewer bits than it could. */
function respelled(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = token.at(-1) ?? ''
  return `${token.slice(0, -1)}${alphabet[alphabet.indexOf(last) + 1]}`
}

/** The key set decides, and only keys in it that may sign. */
export const keySets = [
  ...attacks('O13', sound, {
    'encryption-key': {
      name: 'signed with the encryption key of the provider',
      cause: 'oidc.key.encryption-only',
      build: (world) =>
        deliver(world, idToken(world.op), { provider: { keys: keysOf(publicJwk(world.op, { use: 'enc' })) } }),
    },
    'unknown-kid': {
      name: 'a key that the provider does not publish',
      cause: 'oidc.key.unknown',
      build: (world) => deliver(world, idToken({ ...world.attacker, kid: 'key-9' })),
    },
    'kid-absent-foreign': {
      name: 'no kid, and a foreign key',
      cause: 'oidc.signature.invalid',
      build: (world) => deliver(world, idToken(world.attacker, { header: { kid: undefined } })),
    },
    'kid-absent-multiple': {
      name: 'no kid, and two keys that fit',
      cause: 'oidc.key.not-named',
      modes: strictOnly,
      build: (world) => {
        const keys = keysOf(publicJwk(world.op), publicJwk(makeSigningKey('RS256', 'key-3')))
        return deliver(world, idToken(world.op, { header: { kid: undefined } }), { provider: { keys } })
      },
    },
    'weak-key': {
      name: 'RSA of 1024 bits',
      cause: 'oidc.key.weak',
      modes: strictOnly,
      build: (world) =>
        deliver(world, idToken(world.rsa1024), { provider: { keys: keysOf(publicJwk(world.rsa1024)) } }),
    },
    'symmetric-key-published': {
      name: 'HS256 with a secret from the key set',
      cause: 'oidc.algorithm.shared-secret',
      build: (world) => {
        const keys = keysOf({ kty: 'oct', k: 'AAAA', kid: 'key-1', use: 'sig' })
        return deliver(world, idToken(world.op, { header: { alg: 'HS256' } }), { provider: { keys } })
      },
    },
  }),
]

const accessToken = 'an opaque access token'
const told = (userInfo: unknown) => ({ beside: { userInfo: jsonDocument(userInfo) } })

/** What comes with the token must belong to it. */
export const belongings = [
  ...attacks('O15', (world) => signed(world, {}, told({ sub: SUBJECT, email: 'ada@example.com' })), {
    'user-info-of-another': {
      name: 'UserInfo of another user',
      cause: 'oidc.user-info.subject-differs',
      build: (world) => signed(world, {}, told({ sub: 'eve' })),
    },
    'user-info-of-nobody': {
      name: 'UserInfo without sub',
      cause: 'oidc.user-info.subject-missing',
      build: (world) => signed(world, {}, told({ email: 'eve@example.com' })),
    },
    'user-info-sub-list': {
      name: 'UserInfo with a list as sub',
      cause: 'oidc.user-info.subject-differs',
      build: (world) => signed(world, {}, told({ sub: [SUBJECT] })),
    },
  }),
  ...attacks(
    'O15',
    (world) =>
      signed(
        world,
        { at_hash: halfHash(accessToken, 'RS256'), c_hash: halfHash('code', 'RS256') },
        { beside: { accessToken, code: 'code' } },
      ),
    {
      'at-hash': {
        name: 'the access token of another login',
        cause: 'oidc.access-token-hash.mismatch',
        build: (world) => signed(world, { at_hash: halfHash('other', 'RS256') }, { beside: { accessToken } }),
      },
      'at-hash-type': {
        name: 'at_hash as a list',
        cause: 'oidc.access-token-hash.mismatch',
        build: (world) => signed(world, { at_hash: [halfHash(accessToken, 'RS256')] }, { beside: { accessToken } }),
      },
      'c-hash': {
        name: 'the code of another login',
        cause: 'oidc.code-hash.mismatch',
        build: (world) => signed(world, { c_hash: halfHash('other', 'RS256') }, { beside: { code: 'code' } }),
      },
    },
  ),
]
