import { z } from 'zod'
import { ScryptParameters } from './passphrase.ts'
import { Sealed } from './seal.ts'

/** How the one key that seals everything is itself kept. */
export const VaultFile = z.discriminatedUnion('kind', [
  z.object({ version: z.literal(1), kind: z.literal('system'), wrappedKey: z.base64() }),
  z.object({ version: z.literal(1), kind: z.literal('passphrase'), scrypt: ScryptParameters, wrappedKey: Sealed }),
])
export type VaultFile = z.infer<typeof VaultFile>

export const SecretFile = z.object({ version: z.literal(1), sealed: Sealed })

/** Under which name the vault's own key is sealed. */
export const VAULT_KEY_NAME = 'vault-key'
