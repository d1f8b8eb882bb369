import { versionOf } from '../versions/version-of.ts'
import type { Connection } from './connection.ts'

/** Of everything an administrator can change; the sealed secrets by what stands for them. */
export function connectionVersion(connection: Connection): string {
  const { id, state, issuer, domains, inheritsDomains, enabled, config, clientSecretVersion, spCertificate } =
    connection
  return versionOf({
    ...{ id, state, issuer, domains, inheritsDomains, enabled, config, clientSecretVersion, spCertificate },
  })
}
