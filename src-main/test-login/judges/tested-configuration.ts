import type { Connection } from '#shared/model/connection.ts'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'
import type { ServiceProvider } from '#shared/model/service-provider.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'

/** A connection with both sides. */
export interface CompleteConnection extends Connection {
  readonly identityProvider: IdentityProvider
  readonly serviceProvider: ServiceProvider
}

/** @throws {InputRefused} naming the side that is missing */
export function requireComplete(connection: Connection): CompleteConnection {
  const { identityProvider, serviceProvider } = connection
  if (!identityProvider) throw new InputRefused('connection.identity-provider-missing')
  if (!serviceProvider) throw new InputRefused('connection.service-provider-missing')
  return { ...connection, identityProvider, serviceProvider }
}

/** Everything the outcome of a test depends on, and nothing else: two tests of the same configuration have the same digest. */
export function testedConfiguration(connection: CompleteConnection): unknown {
  const { identityProvider, serviceProvider, intake, mapping, policy } = connection
  return {
    idpEntityId: identityProvider.entityId,
    idpSsoUrl: identityProvider.singleSignOn.url,
    idpSsoBinding: identityProvider.singleSignOn.binding,
    idpCertificates: identityProvider.signingCertificates.map(({ sha256 }) => sha256).sort(),
    spEntityId: serviceProvider.entityId,
    spAcsUrl: serviceProvider.acsUrl,
    spCertificate: serviceProvider.certificate.sha256,
    domains: [...intake.domains].sort(),
    attributeMapping: mapping,
    policy,
  }
}
