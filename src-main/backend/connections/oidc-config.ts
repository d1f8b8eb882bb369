import { OidcConfig, SECRET_MASK } from '#shared/http-api/provider.ts'
import { ID_BYTES, type OrganisationId } from '#shared/model/ids.ts'
import type { Random } from '../installation.ts'
import { Refused } from '../refusals/refused.ts'
import type { Sealer, SecretPlace } from '../secrets/sealer.ts'
import type { ConnectionRecord } from '../storage/stores/connections.ts'
import type { Connection } from './connection.ts'
import { checkUrl } from './url-policy.ts'

/** What the database holds in the clear. */
export const StoredOidcConfig = OidcConfig.omit({ clientSecret: true })

type Secret = Pick<ConnectionRecord, 'clientSecretSealed' | 'clientSecretVersion'>
export interface OidcParts extends Secret {
  readonly config: Omit<OidcConfig, 'clientSecret'>
}

const secretPlace = (tenant: OrganisationId, record: string): SecretPlace => ({
  tenant,
  record,
  column: 'client_secret',
})

/**
 * Takes the secret out of the configuration and seals it. The mask sent back means "unchanged".
 * @param before what holds now; undefined for a new provider
 * @throws {Refused} naming the field
 */
export function splitOidcConfig(
  config: OidcConfig,
  before: Secret | undefined,
  at: { tenant: { id: OrganisationId; sealer: Sealer; random: Random }; record: string },
): OidcParts {
  const { clientSecret, ...clear } = config
  checkUrl(clear.discoveryUrl, 'config.discoveryUrl')
  if (clientSecret !== SECRET_MASK) {
    const { id, sealer, random } = at.tenant
    return {
      config: clear,
      clientSecretSealed: sealer.seal(secretPlace(id, at.record), Buffer.from(clientSecret, 'utf8')),
      clientSecretVersion: Buffer.from(random(ID_BYTES)).toString('hex'),
    }
  }
  if (before?.clientSecretSealed == null) throw new Refused('config.secret-missing', { field: 'config.clientSecret' })
  const { clientSecretSealed, clientSecretVersion } = before
  return { config: clear, clientSecretSealed, clientSecretVersion }
}

/** As it is answered: the mask in the secret's place. */
export const maskedOidcConfig = (connection: Connection): OidcConfig => ({
  ...StoredOidcConfig.parse(connection.config),
  clientSecret: SECRET_MASK,
})
