import type { TriedChange } from '#shared/http-api/change-trial.ts'
import type { SamlConfig } from '#shared/http-api/provider.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { ProviderConfiguration } from './configuration-values.ts'
import { draftBody } from './draft-body.ts'
import { openidBody, wholeOpenidChange } from './openid-body.ts'

/** The same by whatever protocol; a client's secret is opened for it. @throws {InputRefused} */
export const triedChange = async (secrets: Secrets, connection: Connection): Promise<TriedChange> =>
  connection.intake.protocol === 'oidc'
    ? wholeOpenidChange(await openidBody(secrets, connection))
    : changeOf(connection)

/**
 * What publishing would change of a provider: all of it, so that what this computer does not have is taken away. Only how
 * strictly it is judged is the backend's own affair. @throws {InputRefused}
 */
function changeOf(connection: Connection): TriedChange {
  const { config: { judgingMode: _, ...config } = {}, ...change } = wholeChange(draftBody(connection))
  return { ...change, config }
}

const optional = [
  'idpCertificates',
  'idpSsoBinding',
  'idpSloUrl',
  'idpMetadataUrl',
  'attributeMapping',
  'allowIdpInitiated',
  'requireEncryption',
  'judgingMode',
] as const satisfies (keyof SamlConfig)[]

/** Our own side is the backend's and stays as it is there. */
export function wholeChange({ issuer, domains, config }: ProviderConfiguration): TriedChange {
  const { spPrivateKey: _, spCertificate: __, spEntityId: ___, spAcsUrl: ____, ...theirs } = config
  const absent = optional.filter((name) => theirs[name] === undefined).map((name) => [name, null])
  return { issuer, domains: [...domains], config: { ...theirs, ...Object.fromEntries(absent) } }
}
