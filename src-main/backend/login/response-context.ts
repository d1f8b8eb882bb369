import type { ResponseContext, Solicitation, TrustedCertificate } from '#main/checks/response-context.ts'
import { type ReadCertificate, readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { DEFAULT_CLOCK_SKEW_SECONDS } from '#shared/model/clock-skew.ts'
import { defaultClaimMapping } from '#shared/model/profile.ts'
import type { Connection } from '../connections/connection.ts'
import { serviceProviderNames } from '../connections/hand-out.ts'
import { samlConfigOf } from '../connections/saml-config.ts'
import { openServiceProviderKey } from '../connections/service-provider-key.ts'
import type { Tenant } from '../installation.ts'
import { keepResults } from '../keep-results.ts'

/**
 * What a response of this connection is judged against, in a test and in a sign-in alike: strictly unless the connection is exempted,
 * by its own certificates alone. The message chooses nothing.
 */
export function responseContext(
  tenant: Tenant,
  connection: Connection,
  solicitation: Solicitation,
  now: Date,
): ResponseContext {
  const config = samlConfigOf(connection)
  const certificates = [config.idpCertificate, ...(config.idpCertificates ?? [])].filter((pem) => pem !== undefined)
  const key = openServiceProviderKey(tenant, connection)
  return {
    now,
    policy: {
      mode: config.judgingMode ?? 'strict',
      clockSkewSeconds: DEFAULT_CLOCK_SKEW_SECONDS,
      requireSigned: 'either',
      requireEncryption: config.requireEncryption ?? false,
      allowIdpInitiated: config.allowIdpInitiated ?? false,
    },
    identityProvider: { entityId: config.idpEntityId, certificates: certificates.map(trusted) },
    serviceProvider: {
      ...serviceProviderNames(connection, tenant),
      decryptionKeys: key === undefined ? [] : [key],
    },
    solicitation,
    mapping: config.attributeMapping ?? defaultClaimMapping,
    requiredClaims: ['email'],
    // A draft may not have its domains yet; a provider that lost its last one speaks for no address.
    emailDomains: connection.state === 'draft' && connection.domains.length === 0 ? undefined : connection.domains,
    maximumAuthenticationAge: undefined,
    opensNoPkcs1: true,
    stopwatch: undefined,
  }
}

function trusted(pem: string): TrustedCertificate {
  const { x509, summary } = keep(pem, () => readCertificate(pem))
  return { sha256: summary.sha256, x509 }
}

/** Reading one costs a sign-in as much as verifying its signature; the same text is the same certificate. */
const keep = keepResults<ReadCertificate>(1_000)
