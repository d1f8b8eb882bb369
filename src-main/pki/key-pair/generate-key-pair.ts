import { generateKeyPair as generate, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'

export type KeyPairKind = 'rsa-2048' | 'rsa-3072' | 'ec-p256'

export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const generateAside = promisify(generate)

/** Runs beside the event loop: an RSA key takes up to a second. */
export function generateKeyPair(kind: KeyPairKind): Promise<KeyPair> {
  switch (kind) {
    case 'rsa-2048':
      return generateAside('rsa', { modulusLength: 2048 })
    case 'rsa-3072':
      return generateAside('rsa', { modulusLength: 3072 })
    case 'ec-p256':
      return generateAside('ec', { namedCurve: 'P-256' })
  }
}
