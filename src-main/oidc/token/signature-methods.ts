import { constants } from 'node:crypto'

/** How a signature is computed (RFC 7518 §3, RFC 8037). */
export interface SignatureMethod {
  readonly family: 'rsa' | 'rsa-pss' | 'ec' | 'ed25519' | 'hmac'
  readonly hash: 'sha256' | 'sha384' | 'sha512' | undefined
  /** As JSON Web Keys name it. */
  readonly curve?: string
  readonly padding?: number
}

const hashes = { '256': 'sha256', '384': 'sha384', '512': 'sha512' } as const
const curves = { '256': 'P-256', '384': 'P-384', '512': 'P-521' } as const
const sizes = ['256', '384', '512'] as const

/** Signature algorithms by their `alg`. What is not here verifies nothing; “none” is no algorithm. */
export const signatureMethods: ReadonlyMap<string, SignatureMethod> = new Map<string, SignatureMethod>([
  ...sizes.flatMap((size): [string, SignatureMethod][] => [
    [`RS${size}`, { family: 'rsa', hash: hashes[size] }],
    [`PS${size}`, { family: 'rsa-pss', hash: hashes[size], padding: constants.RSA_PKCS1_PSS_PADDING }],
    [`ES${size}`, { family: 'ec', hash: hashes[size], curve: curves[size] }],
    [`HS${size}`, { family: 'hmac', hash: hashes[size] }],
  ]),
  ['EdDSA', { family: 'ed25519', hash: undefined, curve: 'Ed25519' }],
  ['Ed25519', { family: 'ed25519', hash: undefined, curve: 'Ed25519' }],
])

export const isSymmetric = (algorithm: string): boolean => signatureMethods.get(algorithm)?.family === 'hmac'

/** Whether a key of this type could have made a signature of this kind (RFC 7518 §6.1). */
export function fitsMethod(
  key: { readonly type: string; readonly curve: string | null },
  method: SignatureMethod,
): boolean {
  if (method.family === 'rsa' || method.family === 'rsa-pss') return key.type === 'RSA'
  if (method.family === 'ec') return key.type === 'EC' && key.curve === method.curve
  return method.family === 'ed25519' && key.type === 'OKP' && key.curve === method.curve
}
