import { createHash, type KeyObject } from 'node:crypto'
import type { KeyFacts } from '#shared/model/key-material.ts'
import { curveBits } from './curve-bits.ts'

/** What may be told of a key, public or private: its kind, its size, and how to recognise its public half. */
export function describeKey(publicKey: KeyObject): KeyFacts {
  const { asymmetricKeyType = 'unknown', asymmetricKeyDetails } = publicKey
  const curve = asymmetricKeyDetails?.namedCurve ?? null
  return {
    keyType: asymmetricKeyType,
    keyBits: asymmetricKeyDetails?.modulusLength ?? curveBits(curve),
    curve,
    publicKeySha256: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  }
}
