import type { SamlConfig } from '#shared/http-api/provider.ts'
import type { Connection } from '#shared/model/connection.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'

export interface DraftBody {
  readonly issuer: string
  readonly domains: string[]
  readonly config: Partial<SamlConfig>
}

/** What the tenant backend has to know of a connection. Its own side it makes itself. @throws {InputRefused} */
export function draftBody({ intake, identityProvider, mapping, policy }: Connection): DraftBody {
  if (intake.protocol !== 'saml') throw new InputRefused('connection.saml-only')
  if (!identityProvider) throw new InputRefused('connection.identity-provider-missing')
  const [idpCertificate, ...idpCertificates] = identityProvider.signingCertificates.map(({ pem }) => pem)
  const { source, signOutUrl } = identityProvider
  return {
    issuer: identityProvider.entityId,
    domains: [...intake.domains],
    config: {
      idpEntityId: identityProvider.entityId,
      idpSsoUrl: identityProvider.singleSignOn.url,
      idpSsoBinding: identityProvider.singleSignOn.binding,
      ...(idpCertificate !== undefined && { idpCertificate }),
      idpCertificates,
      ...(signOutUrl !== null && { idpSloUrl: signOutUrl }),
      ...(source.kind === 'url' && { idpMetadataUrl: source.url }),
      attributeMapping: mapping,
      allowIdpInitiated: policy.allowIdpInitiated,
      requireEncryption: policy.requireEncryption,
    },
  }
}
