import { constants, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export const NOW = new Date('2026-06-01T12:00:00Z')
export const ISSUER = 'https://op.example.com'
export const CLIENT = 'claimcheck-client'
export const NONCE = 'n-0S6_WzA2Mj'
export const SUBJECT = '248289761001'

/** Seconds since 1970, from now. */
export const at = (seconds: number) => NOW.getTime() / 1000 + seconds

export interface SigningKey {
  readonly kid: string
  readonly alg: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const curves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }

/** A fresh key for the algorithm. */
export function makeSigningKey(alg = 'RS256', kid = 'key-1', bits = 2048): SigningKey {
  const curve = curves[alg]
  if (curve !== undefined) return { kid, alg, ...generateKeyPairSync('ec', { namedCurve: curve }) }
  if (alg === 'EdDSA' || alg === 'Ed25519') return { kid, alg, ...generateKeyPairSync('ed25519') }
  return { kid, alg, ...generateKeyPairSync('rsa', { modulusLength: bits }) }
}

export const publicJwk = ({ publicKey, kid, alg }: SigningKey, change: Record<string, unknown> = {}) => ({
  ...publicKey.export({ format: 'jwk' }),
  kid,
  alg,
  use: 'sig',
  ...change,
})

export const soundClaims = {
  iss: ISSUER,
  sub: SUBJECT,
  aud: CLIENT,
  exp: at(300),
  iat: at(-5),
  auth_time: at(-10),
  nonce: NONCE,
  amr: ['pwd', 'otp'],
  email: 'ada@example.com',
  email_verified: true,
  given_name: 'Ada',
  family_name: 'Lovelace',
  groups: ['engineering', 'pilots'],
} as const

type Change = Readonly<Record<string, unknown>>

export interface TokenParts {
  readonly header?: Change
  readonly claims?: Change
}

const base64url = (text: string | Uint8Array) => Buffer.from(text).toString('base64url')

/** A sound ID Token with what is changed; a member changed to undefined is left out. */
export function idToken(key: SigningKey, { header = {}, claims = {} }: TokenParts = {}): string {
  return signJson(key, { alg: key.alg, kid: key.kid, typ: 'JWT', ...header }, { ...soundClaims, ...claims })
}

export const signJson = (key: SigningKey, header: Change, claims: Change): string =>
  signText(key, JSON.stringify(header), JSON.stringify(claims))

/** Signs whatever stands there, JSON or not. */
export function signText(key: SigningKey, header: string, payload: string | Uint8Array): string {
  const input = `${base64url(header)}.${base64url(payload)}`
  return `${input}.${base64url(signatureOf(key, input))}`
}

/** Puts another signature under it. */
export const withSignature = (token: string, signature: string | Uint8Array): string =>
  `${token.split('.').slice(0, 2).join('.')}.${typeof signature === 'string' ? signature : base64url(signature)}`

/** HMAC with any secret: a client secret, or what only looks like one. */
export function idTokenByHmac(secret: string | Uint8Array, { header = {}, claims = {} }: TokenParts = {}): string {
  const head = base64url(JSON.stringify({ alg: 'HS256', ...header }))
  const input = `${head}.${base64url(JSON.stringify({ ...soundClaims, ...claims }))}`
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}

function signatureOf({ alg, privateKey }: SigningKey, input: string): Uint8Array {
  const bytes = Buffer.from(input)
  const hash = `sha${alg.slice(2)}`
  if (alg.startsWith('ES')) return sign(hash, bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  if (alg.startsWith('Ed')) return sign(undefined, bytes, privateKey)
  if (!alg.startsWith('PS')) return sign(hash, bytes, privateKey)
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants
  return sign(hash, bytes, { key: privateKey, padding, saltLength })
}
