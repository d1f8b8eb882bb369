import { createPublicKey, type KeyObject } from 'node:crypto'
import { BackendRefused } from '../backend-refused.ts'

/** @throws {BackendRefused} `licence-key`. Undefined stays undefined */
export function readOperatorKey(pem: string | undefined): KeyObject | undefined {
  if (pem === undefined) return undefined
  if (!pem.includes('PUBLIC KEY')) throw new BackendRefused('licence-key')
  let key: KeyObject
  try {
    key = createPublicKey(pem)
  } catch (cause) {
    throw new BackendRefused('licence-key', { cause })
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new BackendRefused('licence-key')
  return key
}
