import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { Refused } from '../refusals/refused.ts'

const FIELD = 'config.spPrivateKey'
const LEAST_RSA_BITS = 2_048
/** The one curve that every runtime and identity provider knows. */
const CURVE = 'prime256v1'

/** @throws {Refused} naming the field; what was given is in no message */
export function readGivenKey(pem: string): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    // The cause may quote what it could not read.
    throw new Refused('config.key.not-a-key', { field: FIELD })
  }
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {}
  const strong =
    (key.asymmetricKeyType === 'rsa' && modulusLength >= LEAST_RSA_BITS) ||
    (key.asymmetricKeyType === 'ec' && namedCurve === CURVE)
  if (!strong) throw new Refused('config.key.weak', { field: FIELD })
  return key
}

/** @param pem as `normaliseSamlConfig` has read it. @throws {Refused} `config.key.no-match` */
export function requireMatch(pem: string, privateKey: KeyObject): void {
  const { x509 } = readCertificate(pem)
  if (!x509.publicKey.equals(createPublicKey(privateKey))) {
    throw new Refused('config.key.no-match', { field: 'config.spCertificate' })
  }
}
