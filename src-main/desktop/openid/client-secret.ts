import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { ClientKey } from '#shared/model/openid-side.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { Secrets } from '../secrets/secrets.ts'

/** Everything of a client that is sealed: its secret, and the keys by which it signs. */
export const clientSecretsOf = (id: ConnectionId): string => `oidc-client.${id}.`
export const secretNameOf = (id: ConnectionId): string => `${clientSecretsOf(id)}secret`
const keyNameOf = (id: ConnectionId, keyId: string): string => `${clientSecretsOf(id)}key-${keyId.toLowerCase()}`

export const sealSecret = (secrets: Secrets, id: ConnectionId, secret: string): Promise<void> =>
  secrets.put(secretNameOf(id), Buffer.from(secret, 'utf8'))

/** @throws {InputRefused} openid.secret-missing, or why secrets cannot be opened */
export async function openSecret(secrets: Secrets, id: ConnectionId): Promise<string> {
  const sealed = await secrets.get(secretNameOf(id))
  if (!sealed) throw new InputRefused('openid.secret-missing', 'clientSecret')
  return sealed.toString('utf8')
}

export const sealClientKey = (secrets: Secrets, id: ConnectionId, keyId: string, key: KeyObject): Promise<void> =>
  secrets.put(keyNameOf(id, keyId), key.export({ type: 'pkcs8', format: 'der' }))

/** @throws {InputRefused} secrets.missing, or why secrets cannot be opened */
export async function openClientKey(secrets: Secrets, id: ConnectionId, { keyId }: ClientKey): Promise<KeyObject> {
  const der = await secrets.get(keyNameOf(id, keyId))
  if (!der) throw new InputRefused('secrets.missing')
  return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
}
