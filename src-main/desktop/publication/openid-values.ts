import type { OidcConfig } from '#shared/http-api/oidc-config.ts'
import type { ConfigurationValues } from '#shared/model/publication-comparison.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'

interface OpenidConfiguration {
  readonly issuer: string
  readonly domains: readonly string[]
  readonly config: OidcConfig
}

/** As people compare it: defaults filled in as the backend judges by them. Secrets are masked before they get here. */
export function openidValues({ issuer, domains, config }: OpenidConfiguration): ConfigurationValues {
  const { attributeMapping = tokenClaimNames, tenants = [], scopes = ['email', 'profile'], acrValues = [] } = config
  const values: Record<string, string | undefined> = {
    issuer,
    domains: domains.join('\n'),
    'client-id': config.clientId,
    'client-authentication': config.clientAuthentication,
    'discovery-url': config.discoveryUrl,
    tenants: tenants.join('\n'),
    scopes: scopes.join(' '),
    prompt: config.prompt,
    'maximum-age': config.maximumAge === undefined ? undefined : `${config.maximumAge} s`,
    'acr-values': acrValues.join(' '),
    'email-trust':
      config.emailTrust === 'provider' ? 'believed where nobody says it is verified' : 'only where it is verified',
    'claim-email': attributeMapping.email.join('\n'),
    'claim-given-name': attributeMapping.givenName.join('\n'),
    'claim-family-name': attributeMapping.familyName.join('\n'),
    'claim-groups': attributeMapping.groups.join('\n'),
    'idp-initiated': config.allowIdpInitiated === true ? 'accepted' : 'refused',
    judging: config.judgingMode ?? 'strict',
  }
  return Object.fromEntries(Object.entries(values).filter(([, text]) => text !== undefined && text !== ''))
}
