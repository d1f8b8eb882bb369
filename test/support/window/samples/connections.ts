import type { Connection } from '#shared/model/connection.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'
import type { MetadataEntity } from '#shared/model/judgement.ts'
import type { ProviderId } from '#shared/model/provider-id.ts'
import { aCertificate } from '#test/support/model/a-certificate.ts'
import { aConnection, anIdentityProvider, aPublication, aServiceProvider } from '#test/support/model/a-connection.ts'
import { aMetadataEntity } from '#test/support/model/a-metadata-entity.ts'
import { connectionId } from '#test/support/model/a-test-run.ts'
import { anIntake } from '#test/support/model/an-intake.ts'
import { practiceIdp } from './practice.ts'

const finding = (severity: Finding['severity'], code: string, title: string, more: Partial<Finding> = {}): Finding => ({
  code,
  severity,
  title,
  detail: '',
  rootCause: severity === 'error' || severity === 'warning',
  owner: 'idp-admin',
  ...more,
})

const passedFindings = [
  finding('passed', 'metadata.document', 'The metadata is well-formed XML.'),
  finding('passed', 'metadata.entity-id', 'The entity ID can be used.'),
  finding('passed', 'metadata.single-sign-on', 'There is a sign-in address for the Redirect binding.'),
  finding('passed', 'metadata.signing-certificate', 'There is a certificate for signing.'),
]

const entity = (certificates = [aCertificate()]): MetadataEntity =>
  aMetadataEntity({
    entityId: practiceIdp.entityId,
    singleSignOnServices: [
      { binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', location: 'http://127.0.0.1:7400/sso' },
      { binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', location: 'http://127.0.0.1:7400/sso' },
    ],
    nameIdFormats: ['urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'],
    signingCertificates: certificates,
  })

export const practiceIdentityProvider = (changes: Partial<IdentityProvider> = {}): IdentityProvider =>
  anIdentityProvider({
    entityId: practiceIdp.entityId,
    source: { kind: 'url', url: practiceIdp.metadataUrl },
    judgement: {
      verdict: 'valid',
      entities: [entity()],
      findings: [
        ...passedFindings,
        finding('not-verified', 'metadata.signature', 'The metadata’s signature was not checked.', {
          detail: 'No certificate to check it against was given. The address it came from vouches for it.',
        }),
      ],
    },
    ...changes,
  })

/** Another key, and its sign-in address moved. */
export const rolledIdentityProvider = (changes: Partial<IdentityProvider> = {}): IdentityProvider => {
  const certificate = aCertificate({ name: 'Practice identity provider 2026', sha256: 'd4'.repeat(32) })
  const url = 'http://127.0.0.1:7400/sso/v2'
  const before = entity([certificate])
  const singleSignOnServices = before.singleSignOnServices.map((service) => ({ ...service, location: url }))
  return practiceIdentityProvider({
    signingCertificates: [certificate],
    singleSignOn: { binding: 'redirect', url },
    judgement: { verdict: 'valid', entities: [{ ...before, singleSignOnServices }], findings: passedFindings },
    ...changes,
  })
}

const expired = aCertificate({ notBefore: '2023-11-19T00:00:00.000Z', notAfter: '2026-11-19T00:00:00.000Z' })

/** An identity provider whose only certificate has run out. */
export const expiredIdentityProvider = (): IdentityProvider =>
  practiceIdentityProvider({
    signingCertificates: [expired],
    judgement: {
      verdict: 'invalid',
      entities: [entity([expired])],
      findings: [
        finding('error', 'metadata.signing-certificate.expired', 'The only signing certificate has expired.', {
          detail: 'Applications that look at the dates refuse everything signed with it.',
          fix: 'Make a new signing certificate at the identity provider, then load the metadata again.',
          expected: 'valid on 22 November 2026',
          actual: 'valid until 19 November 2026',
        }),
        ...passedFindings.slice(0, 3),
      ],
    },
  })

export const readyConnection = (changes: Partial<Connection> = {}): Connection =>
  aConnection({
    intake: anIntake({ displayName: 'Globex Corporation', provider: 'okta', domains: ['customer.example'] }),
    identityProvider: practiceIdentityProvider(),
    serviceProvider: aServiceProvider(),
    ...changes,
  })

export const draftConnection = (changes: Partial<Connection> = {}): Connection =>
  readyConnection({ publication: aPublication(), ...changes })

const names: readonly (readonly [name: string, provider: ProviderId])[] = [
  ['Acme', 'okta'],
  ['Initech Holdings', 'entra'],
  ['Umbrella', 'google-workspace'],
  ['Stark Industries', 'onelogin'],
  ['Wayne Enterprises', 'pingone'],
  ['Österreichische Bundesbahnen', 'ad-fs'],
  ['Tyrell', 'jumpcloud'],
  ['Cyberdyne Systems', 'rippling'],
  ['Soylent', 'auth0'],
  ['Hooli', 'custom-saml'],
]

/** As many as a customer-success team has open at once. */
export const manyConnections = (count: number): Connection[] =>
  Array.from({ length: count }, (_, index) => {
    const [name, provider] = names[index % names.length] ?? ['Acme', 'okta']
    const displayName = index < names.length ? name : `${name} ${Math.floor(index / names.length) + 1}`
    const isReady = index % 3 !== 0
    return aConnection({
      id: connectionId(10 + index),
      createdAt: new Date(Date.UTC(2026, 9, 1 + index)).toISOString(),
      intake: anIntake({
        displayName,
        provider,
        domains: [`${name.toLowerCase().replaceAll(/[^a-z]+/g, '')}.example`],
      }),
      identityProvider: isReady ? practiceIdentityProvider() : null,
      serviceProvider: isReady ? aServiceProvider() : null,
      publication: index % 5 === 1 ? aPublication({ state: 'enabled', publishedAt: '2026-11-21T09:00:00.000Z' }) : null,
    })
  })

const from = (day: string, until: string, name: string, sha256: string) =>
  aCertificate({
    name,
    notBefore: `${day}T00:00:00.000Z`,
    notAfter: `${until}T00:00:00.000Z`,
    sha256: sha256.repeat(32),
  })

/** One certificate for every horizon, a rollover under way, and one that nobody has begun. */
export const expiringConnections = (): Connection[] => [
  readyConnection({ identityProvider: expiredIdentityProvider() }),
  readyConnection({
    id: connectionId(2),
    intake: anIntake({ displayName: 'Umbrella', provider: 'google-workspace', domains: ['umbrella.example'] }),
    identityProvider: practiceIdentityProvider({
      signingCertificates: [
        from('2024-12-01', '2026-12-14', 'Umbrella IdP signing 2024', 'a1'),
        from('2026-11-01', '2028-11-01', 'Umbrella IdP signing 2026', 'b2'),
      ],
    }),
  }),
  readyConnection({
    id: connectionId(3),
    intake: anIntake({
      displayName: 'Österreichische Bundesbahnen',
      provider: 'ad-fs',
      domains: ['oebb.example'],
    }),
    identityProvider: practiceIdentityProvider({
      signingCertificates: [from('2025-02-01', '2027-02-01', 'ADFS Signing - sts.oebb.example', 'c3')],
    }),
    serviceProvider: null,
  }),
]
