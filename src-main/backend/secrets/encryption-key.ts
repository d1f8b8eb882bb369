import { createHmac } from 'node:crypto'

export const ENCRYPTION_KEY_BYTES = 32

/** Names a key without telling anything of it: stands beside every sealed value, so that a key can be rotated. */
export const encryptionKeyId = (key: Uint8Array): string =>
  createHmac('sha256', key).update('claimcheck encryption key id').digest('hex').slice(0, 16)
