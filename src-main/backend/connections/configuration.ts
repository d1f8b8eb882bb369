import { configurationSha256 } from '#main/evidence/receipt/configuration-digest.ts'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { SamlConfig } from '#shared/http-api/provider.ts'
import { defaultClaimMapping } from '#shared/model/profile.ts'
import type { Tenant } from '../installation.ts'
import { redirectUri } from './addresses.ts'
import type { Connection } from './connection.ts'
import { serviceProviderNames } from './hand-out.ts'
import { isCompleteOidc, oidcSettings } from './oidc-config.ts'

type Host = Pick<Tenant, 'id' | 'publicUrl'>

/**
 * SHA-256 of all that decides how a login is judged, defaults filled in: what a test receipt has to match. A draft and the
 * provider it becomes have the same one. Null while the identity provider's side is incomplete.
 */
export function configurationDigest(connection: Connection, host: Host): string | null {
  const configuration =
    connection.type === 'saml' ? samlConfiguration(connection, host) : oidcConfiguration(connection, host)
  return configuration && configurationSha256(configuration)
}

function samlConfiguration(connection: Connection, host: Host) {
  const config = SamlConfig.safeParse(connection.config)
  if (!config.success || connection.spCertificate === null) return null
  // Names and certificate stand below, and the certificate stands for the key.
  const { spEntityId: _, spAcsUrl: __, spPrivateKey: ___, spCertificate: ____, ...identityProvider } = config.data
  return {
    type: connection.type,
    issuer: connection.issuer ?? config.data.idpEntityId,
    domains: ownDomains(connection),
    config: {
      idpCertificates: [],
      idpSsoBinding: 'redirect',
      attributeMapping: defaultClaimMapping,
      allowIdpInitiated: false,
      requireEncryption: false,
      judgingMode: 'strict',
      ...identityProvider,
    },
    serviceProvider: {
      ...serviceProviderNames(connection, host),
      certificateSha256: readCertificate(connection.spCertificate).summary.sha256,
    },
  }
}

/** The organisation's allowed domains may change without a test becoming untrue. */
const ownDomains = ({ domains, inheritsDomains }: Connection) => (inheritsDomains ? [] : domains)

/** The secret's version stands for the secret: a digest of a short one could be guessed. */
function oidcConfiguration(connection: Connection, { publicUrl }: Host) {
  const { type, issuer, clientSecretVersion } = connection
  if (!isCompleteOidc(connection)) return null
  return {
    ...{ type, issuer, clientSecretVersion },
    domains: ownDomains(connection),
    config: oidcSettings(connection),
    redirectUri: redirectUri(publicUrl, connection.id),
  }
}
