import { constants, createCipheriv, createHash, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto'

const XENC = 'http://www.w3.org/2001/04/xmlenc#'
const XENC11 = 'http://www.w3.org/2009/xmlenc11#'
const DS = 'http://www.w3.org/2000/09/xmldsig#'
const digestUris = {
  sha1: `${DS}sha1`,
  sha256: `${XENC}sha256`,
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  sha512: `${XENC}sha512`,
}

export type Hash = keyof typeof digestUris
export type Transport =
  | { scheme: 'oaep-mgf1p'; digest: Hash }
  | { scheme: 'oaep'; digest: Hash; mask: Hash; label?: Buffer }
  | { scheme: 'rsa-1_5' }
export type Cipher =
  | 'aes128-gcm'
  | 'aes192-gcm'
  | 'aes256-gcm'
  | 'aes128-cbc'
  | 'aes192-cbc'
  | 'aes256-cbc'
  | 'tripledes-cbc'

export interface Encrypting {
  readonly to: KeyObject
  readonly cipher?: Cipher
  readonly transport?: Transport
  /** Base64 of the certificate named as recipient. */
  readonly certificate?: string
  /** Where the EncryptedKey stands. */
  readonly keyPlace?: 'inside' | 'beside'
  /** Encrypts the content key in the place of this builder. */
  readonly wrapKey?: (key: Buffer) => Buffer
  /** Changes the ciphertext after encryption. */
  readonly spoil?: (cipherValue: Buffer) => Buffer
}

/** Encrypts by the letter of XML-Enc 1.1 with node:crypto's forward operations; the code under test only ever goes back. */
export function encrypt(content: string, encrypting: Encrypting): string {
  const {
    to,
    cipher = 'aes256-gcm',
    transport = { scheme: 'oaep-mgf1p', digest: 'sha1' },
    certificate,
    keyPlace = 'inside',
    wrapKey = (key: Buffer) => wrap(key, to, transport),
  } = encrypting
  const contentKey = randomBytes(cipher === 'tripledes-cbc' ? 24 : Number(cipher.slice(3, 6)) / 8)
  const value = (encrypting.spoil ?? ((bytes: Buffer) => bytes))(
    encryptContent(Buffer.from(content), cipher, contentKey),
  )
  const recipient =
    certificate === undefined
      ? ''
      : `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`
  const encryptedKey = `<xenc:EncryptedKey xmlns:xenc="${XENC}" xmlns:ds="${DS}">${transportXml(transport)}${recipient}<xenc:CipherData><xenc:CipherValue>${wrapKey(contentKey).toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey>`
  const uri = cipher.endsWith('gcm') ? `${XENC11}${cipher}` : `${XENC}${cipher}`
  const data = `<xenc:EncryptedData xmlns:xenc="${XENC}" Type="${XENC}Element"><xenc:EncryptionMethod Algorithm="${uri}"/><ds:KeyInfo xmlns:ds="${DS}">${keyPlace === 'inside' ? encryptedKey : ''}</ds:KeyInfo><xenc:CipherData><xenc:CipherValue>${value.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>`
  return keyPlace === 'inside' ? data : `${data}${encryptedKey}`
}

export const encryptedAssertion = (assertion: string, encrypting: Encrypting) =>
  `<saml:EncryptedAssertion>${encrypt(assertion, encrypting)}</saml:EncryptedAssertion>`

function encryptContent(content: Buffer, cipher: Cipher, key: Buffer): Buffer {
  if (cipher === 'aes128-gcm' || cipher === 'aes192-gcm' || cipher === 'aes256-gcm') {
    const iv = randomBytes(12)
    const encryptor = createCipheriv(`aes-${cipher.slice(3, 6)}-gcm` as 'aes-256-gcm', key, iv)
    return Buffer.concat([iv, encryptor.update(content), encryptor.final(), encryptor.getAuthTag()])
  }
  const block = cipher === 'tripledes-cbc' ? 8 : 16
  const iv = randomBytes(block)
  const padding = block - (content.length % block)
  const padded = Buffer.concat([content, randomBytes(padding - 1), Buffer.from([padding])])
  const name = cipher === 'tripledes-cbc' ? 'des-ede3-cbc' : `aes-${cipher.slice(3, 6)}-cbc`
  const encryptor = createCipheriv(name, key, iv).setAutoPadding(false)
  return Buffer.concat([iv, encryptor.update(padded), encryptor.final()])
}

/** The EncryptionMethod of an EncryptedKey. */
export function transportXml(transport: Transport): string {
  if (transport.scheme === 'rsa-1_5') return `<xenc:EncryptionMethod Algorithm="${XENC}rsa-1_5"/>`
  const digest = `<ds:DigestMethod Algorithm="${digestUris[transport.digest]}"/>`
  if (transport.scheme === 'oaep-mgf1p')
    return `<xenc:EncryptionMethod Algorithm="${XENC}rsa-oaep-mgf1p">${digest}</xenc:EncryptionMethod>`
  const label = transport.label ? `<xenc:OAEPparams>${transport.label.toString('base64')}</xenc:OAEPparams>` : ''
  return `<xenc:EncryptionMethod Algorithm="${XENC11}rsa-oaep">${label}${digest}<xenc11:MGF xmlns:xenc11="${XENC11}" Algorithm="${XENC11}mgf1${transport.mask}"/></xenc:EncryptionMethod>`
}

function wrap(key: Buffer, to: KeyObject, transport: Transport): Buffer {
  if (transport.scheme === 'rsa-1_5') return publicEncrypt({ key: to, padding: constants.RSA_PKCS1_PADDING }, key)
  const mask = transport.scheme === 'oaep' ? transport.mask : 'sha1'
  if (mask === transport.digest) return publicEncrypt({ key: to, oaepHash: mask }, key)
  const encoded = encodeOaep(key, (to.asymmetricKeyDetails?.modulusLength ?? 0) / 8, transport.digest, mask)
  return publicEncrypt({ key: to, padding: constants.RSA_NO_PADDING }, encoded)
}

/** EME-OAEP encoding (RFC 8017 §7.1.1). */
function encodeOaep(message: Buffer, modulusBytes: number, digest: Hash, mask: Hash): Buffer {
  const labelHash = createHash(digest).digest()
  const zeros = Buffer.alloc(modulusBytes - message.length - 2 * labelHash.length - 2)
  const block = Buffer.concat([labelHash, zeros, Buffer.from([1]), message])
  const seed = randomBytes(labelHash.length)
  const maskedBlock = Buffer.from(block.map((byte, index) => byte ^ mgf1(seed, block.length, mask)[index]!))
  const maskedSeed = Buffer.from(seed.map((byte, index) => byte ^ mgf1(maskedBlock, seed.length, mask)[index]!))
  return Buffer.concat([Buffer.alloc(1), maskedSeed, maskedBlock])
}

function mgf1(seed: Buffer, length: number, hash: Hash): Buffer {
  const count = (counter: number) => Buffer.from([0, 0, 0, counter])
  const parts = Array.from({ length: Math.ceil(length / 20) }, (_, counter) =>
    createHash(hash).update(seed).update(count(counter)).digest(),
  )
  return Buffer.concat(parts).subarray(0, length)
}
