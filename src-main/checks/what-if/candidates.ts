import { type KeyObject, X509Certificate } from 'node:crypto'
import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import { MAXIMUM_CLOCK_SKEW_SECONDS } from '#shared/model/clock-skew.ts'
import type { WhatIfKind } from '#shared/model/what-if.ts'
import type { ResponseContext, TrustedCertificate } from '../response-context.ts'
import { describeCertificate, sha256Of } from '../saml/describe-certificate.ts'
import type { MessageValues } from './message-values.ts'
import { skewsBeyond } from './skews.ts'

/** One change to try: everything else stays as it is. */
export interface Candidate {
  readonly kind: WhatIfKind
  readonly from: string | null
  readonly to: string
  readonly allowed: boolean
  readonly context: ResponseContext
}

/** What could be known beside the configuration. */
export interface Alternatives {
  /** Certificates from elsewhere: older metadata, another connection. */
  readonly certificates: readonly TrustedCertificate[]
  readonly privateKeys: readonly KeyObject[]
}

export function candidatesFor(context: ResponseContext, values: MessageValues, others: Alternatives): Candidate[] {
  const { serviceProvider, identityProvider, policy } = context
  return [
    ...skewsBeyond(policy.clockSkewSeconds).map((clockSkewSeconds) => ({
      kind: 'clock-skew' as const,
      from: `${policy.clockSkewSeconds} s`,
      to: `${clockSkewSeconds} s`,
      allowed: clockSkewSeconds <= MAXIMUM_CLOCK_SKEW_SECONDS,
      context: { ...context, policy: { ...policy, clockSkewSeconds } },
    })),
    ...atTheTimeOfIssue(context, values),
    ...distinct(values.acsUrls, serviceProvider.acsUrl).map((acsUrl) =>
      change('acs-url', serviceProvider.acsUrl, acsUrl, {
        ...context,
        serviceProvider: { ...serviceProvider, acsUrl },
      }),
    ),
    ...distinct(values.audiences, serviceProvider.entityId).map((entityId) =>
      change('audience', serviceProvider.entityId, entityId, {
        ...context,
        serviceProvider: { ...serviceProvider, entityId },
      }),
    ),
    ...distinct(values.issuers, identityProvider.entityId).map((entityId) =>
      change('issuer', identityProvider.entityId, entityId, {
        ...context,
        identityProvider: { ...identityProvider, entityId },
      }),
    ),
    ...others.privateKeys.map((key, index) =>
      change('private-key', undefined, `another private key (${index + 1})`, {
        ...context,
        serviceProvider: { ...serviceProvider, decryptionKeys: [...serviceProvider.decryptionKeys, key] },
      }),
    ),
    ...unknown(others.certificates, identityProvider.certificates).map((certificate) =>
      trusting('certificate', certificate, context),
    ),
    ...unknown(certificatesIn(values), [...identityProvider.certificates, ...others.certificates]).map((certificate) =>
      trusting('certificate-in-message', certificate, context),
    ),
  ]
}

const change = (kind: WhatIfKind, from: string | undefined, to: string, context: ResponseContext): Candidate => ({
  kind,
  from: from ?? null,
  to,
  allowed: true,
  context,
})

/** As it was judged there and then: what the message called now, one second later. */
function atTheTimeOfIssue(context: ResponseContext, { issueInstant }: MessageValues): Candidate[] {
  const issued = issueInstant === undefined ? undefined : parseSamlTime(issueInstant)
  if (issued === undefined) return []
  const now = new Date(issued + 1000)
  return [change('time', context.now.toISOString(), now.toISOString(), { ...context, now })]
}

function trusting(kind: WhatIfKind, certificate: TrustedCertificate, context: ResponseContext): Candidate {
  const { identityProvider } = context
  const certificates = [...identityProvider.certificates, certificate]
  const known = identityProvider.certificates.map(({ x509 }) => describeCertificate(x509)).join('\n')
  return change(kind, known === '' ? undefined : known, describeCertificate(certificate.x509), {
    ...context,
    identityProvider: { ...identityProvider, certificates },
  })
}

const distinct = (values: readonly string[], configured: string | undefined) =>
  [...new Set(values)].filter((value) => value !== '' && value !== configured)

const unknown = (certificates: readonly TrustedCertificate[], known: readonly TrustedCertificate[]) =>
  certificates.filter(({ sha256 }) => !known.some((other) => other.sha256 === sha256))

function certificatesIn({ certificates }: MessageValues): TrustedCertificate[] {
  return [...new Set(certificates)].flatMap((base64) => {
    try {
      const x509 = new X509Certificate(Buffer.from(base64, 'base64'))
      return [{ sha256: sha256Of(x509), x509 }]
    } catch {
      return []
    }
  })
}
