import { constants, createCipheriv, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto'
import { DS } from '../signature/namespaces.ts'
import { element, leaf, type Markup } from '../write/markup.ts'
import { RSA_OAEP_MGF1P } from './algorithms.ts'
import { XENC, XENC11 } from './namespaces.ts'

const KEY_BYTES = 32
/** XML-Enc 1.1 §5.2.4: the IV is 96 bits long and stands in front, the tag of 128 bits behind. */
const IV_BYTES = 12

/**
 * EncryptedData of one element: AES-256-GCM with a fresh key, which RSA-OAEP wraps (XML-Enc 1.1 §5.2.4, §5.5.2).
 * Key and IV are made here, for one that a caller chose twice would give the content away.
 * @param xml an element that declares every namespace it uses
 */
export function encryptElement(xml: string, to: KeyObject): Markup {
  const key = randomBytes(KEY_BYTES)
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const content = Buffer.concat([iv, cipher.update(xml, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const wrapped = publicEncrypt({ key: to, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, key)
  const encryptedKey = element(
    'xenc:EncryptedKey',
    {},
    element(
      'xenc:EncryptionMethod',
      { Algorithm: RSA_OAEP_MGF1P },
      element('ds:DigestMethod', { 'xmlns:ds': DS, Algorithm: `${DS}sha1` }),
    ),
    cipherData(wrapped),
  )
  return element(
    'xenc:EncryptedData',
    { 'xmlns:xenc': XENC, Type: `${XENC}Element` },
    element('xenc:EncryptionMethod', { Algorithm: `${XENC11}aes256-gcm` }),
    element('ds:KeyInfo', { 'xmlns:ds': DS }, encryptedKey),
    cipherData(content),
  )
}

const cipherData = (bytes: Buffer) => element('xenc:CipherData', {}, leaf('xenc:CipherValue', bytes.toString('base64')))
