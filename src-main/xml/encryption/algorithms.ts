import type { CipherGCMTypes } from 'node:crypto'
import { XENC, XENC11 } from './namespaces.ts'

/** How the content is encrypted (XML-Enc 1.1 §5.2). CBC alone does not notice a changed ciphertext. */
export type DataAlgorithm =
  | { readonly mode: 'gcm'; readonly cipher: CipherGCMTypes; readonly keyBytes: number }
  | { readonly mode: 'cbc'; readonly cipher: string; readonly keyBytes: number; readonly blockBytes: number }

const gcm = (bits: 128 | 192 | 256): DataAlgorithm => ({ mode: 'gcm', cipher: `aes-${bits}-gcm`, keyBytes: bits / 8 })
const cbc = (bits: 128 | 192 | 256): DataAlgorithm => ({
  mode: 'cbc',
  cipher: `aes-${bits}-cbc`,
  keyBytes: bits / 8,
  blockBytes: 16,
})

export const TRIPLE_DES = `${XENC}tripledes-cbc`

export const dataAlgorithms: ReadonlyMap<string, DataAlgorithm> = new Map([
  [`${XENC11}aes128-gcm`, gcm(128)],
  [`${XENC11}aes192-gcm`, gcm(192)],
  [`${XENC11}aes256-gcm`, gcm(256)],
  [`${XENC}aes128-cbc`, cbc(128)],
  [`${XENC}aes192-cbc`, cbc(192)],
  [`${XENC}aes256-cbc`, cbc(256)],
  [TRIPLE_DES, { mode: 'cbc', cipher: 'des-ede3-cbc', keyBytes: 24, blockBytes: 8 }],
])

export const RSA_OAEP_MGF1P = `${XENC}rsa-oaep-mgf1p`
export const RSA_OAEP = `${XENC11}rsa-oaep`
export const RSA_1_5 = `${XENC}rsa-1_5`

export type OaepHash = 'sha1' | 'sha256' | 'sha384' | 'sha512'

export const oaepDigests: ReadonlyMap<string, OaepHash> = new Map<string, OaepHash>([
  ['http://www.w3.org/2000/09/xmldsig#sha1', 'sha1'],
  [`${XENC}sha256`, 'sha256'],
  ['http://www.w3.org/2001/04/xmldsig-more#sha384', 'sha384'],
  [`${XENC}sha512`, 'sha512'],
])

/** Mask generation functions (XML-Enc 1.1 §5.5.2). */
export const maskGenerations: ReadonlyMap<string, OaepHash> = new Map<string, OaepHash>([
  [`${XENC11}mgf1sha1`, 'sha1'],
  [`${XENC11}mgf1sha256`, 'sha256'],
  [`${XENC11}mgf1sha384`, 'sha384'],
  [`${XENC11}mgf1sha512`, 'sha512'],
])

/** How the content key travels: RSAES-OAEP with both its hashes, or RSAES-PKCS1-v1_5 (XML-Enc 1.1 §5.5). */
export type KeyTransport =
  | { readonly scheme: 'oaep'; readonly digest: OaepHash; readonly mask: OaepHash; readonly label: Buffer }
  | { readonly scheme: 'pkcs1-v1_5' }
