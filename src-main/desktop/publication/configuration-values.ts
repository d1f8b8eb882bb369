import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import type { SamlConfig } from '#shared/http-api/provider.ts'
import { defaultClaimMapping } from '#shared/model/profile.ts'
import type { ConfigurationValues } from '#shared/model/publication-comparison.ts'

export interface ProviderConfiguration {
  readonly issuer: string
  readonly domains: readonly string[]
  readonly config: { readonly [Name in keyof SamlConfig]?: SamlConfig[Name] | undefined }
}

/** As people compare it: defaults filled in as the backend judges by them, certificates by name and thumbprint. */
export function configurationValues({ issuer, domains, config }: ProviderConfiguration): ConfigurationValues {
  const { idpCertificate, idpCertificates = [], attributeMapping = defaultClaimMapping } = config
  const certificates = idpCertificate === undefined ? idpCertificates : [idpCertificate, ...idpCertificates]
  return given({
    issuer,
    domains: domains.join('\n'),
    'idp-entity-id': config.idpEntityId,
    'sign-in-url': config.idpSsoUrl,
    'sign-in-binding': config.idpSsoBinding === 'post' ? 'HTTP-POST' : 'HTTP-Redirect',
    certificates: certificates.map(certificateText).join('\n'),
    'sign-out-url': config.idpSloUrl,
    'metadata-url': config.idpMetadataUrl,
    'claim-email': attributeMapping.email.join('\n'),
    'claim-given-name': attributeMapping.givenName.join('\n'),
    'claim-family-name': attributeMapping.familyName.join('\n'),
    'claim-groups': attributeMapping.groups.join('\n'),
    'idp-initiated': config.allowIdpInitiated === true ? 'accepted' : 'refused',
    encryption: config.requireEncryption === true ? 'demanded' : 'not demanded',
    judging: config.judgingMode ?? 'strict',
    'sp-entity-id': config.spEntityId,
    'acs-url': config.spAcsUrl,
  })
}

const given = (values: Record<string, string | undefined>): ConfigurationValues =>
  Object.fromEntries(Object.entries(values).filter(([, text]) => text !== undefined && text !== ''))

function certificateText(pem: string): string {
  try {
    const { name, sha256 } = readCertificate(pem).summary
    return `${name}, SHA-256 ${sha256}`
  } catch (error) {
    if (error instanceof CertificateRefused) return pem
    throw error
  }
}
