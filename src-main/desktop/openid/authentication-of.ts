import type { ClientAuthentication } from '#main/oidc/relying-party/relying-party.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { OpenidClient } from '#shared/model/openid-side.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { openClientKey, openSecret } from './client-secret.ts'

/** How this client proves who it is, with what was sealed for it. @throws {InputRefused} where that cannot be opened */
export async function authenticationOf(
  secrets: Secrets,
  id: ConnectionId,
  { authentication: method, hasSecret, key }: OpenidClient,
): Promise<ClientAuthentication> {
  switch (method) {
    case 'client_secret_basic':
    case 'client_secret_post':
      if (!hasSecret) throw new InputRefused('openid.secret-missing', 'clientSecret')
      return { method, secret: await openSecret(secrets, id) }
    case 'private_key_jwt': {
      if (key === null) throw new InputRefused('secrets.missing')
      const { keyId, algorithm } = key
      return { method, key: await openClientKey(secrets, id, key), keyId, algorithm }
    }
    case 'none':
      return { method }
  }
}
