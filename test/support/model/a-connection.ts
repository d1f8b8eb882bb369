import type { Connection } from '#shared/model/connection.ts'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { defaultClaimMapping } from '#shared/model/profile.ts'
import type { Publication } from '#shared/model/publication.ts'
import { nothingRetired } from '#shared/model/retired-certificates.ts'
import type { ServiceProvider } from '#shared/model/service-provider.ts'
import { aCertificate } from './a-certificate.ts'
import { connectionId } from './a-test-run.ts'
import { anIntake } from './an-intake.ts'

/** A connection of which only the intake is done. */
export const aConnection = (changes: Partial<Connection> = {}): Connection => ({
  id: connectionId(1),
  createdAt: '2026-11-20T08:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
  intake: anIntake(),
  identityProvider: null,
  serviceProvider: null,
  openidProvider: null,
  openidClient: null,
  retired: nothingRetired,
  mapping: defaultClaimMapping,
  policy: defaultJudgingPolicy,
  publication: null,
  ...changes,
})

export const anIdentityProvider = (changes: Partial<IdentityProvider> = {}): IdentityProvider => ({
  source: { kind: 'url', url: 'http://127.0.0.1:7400/metadata' },
  entityId: 'http://127.0.0.1:7400/metadata',
  singleSignOn: { binding: 'redirect', url: 'http://127.0.0.1:7400/sso' },
  signOutUrl: null,
  signingCertificates: [aCertificate()],
  metadataXml: '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"/>',
  loadedAt: '2026-11-21T08:00:00.000Z',
  judgement: { verdict: 'valid', entities: [], findings: [] },
  ...changes,
})

export const aServiceProvider = (changes: Partial<ServiceProvider> = {}): ServiceProvider => ({
  entityId: 'https://app.customer.example/saml/metadata',
  acsUrl: 'https://app.customer.example/saml/acs',
  signOutUrl: null,
  certificate: aCertificate({ name: 'app.customer.example', sha256: '2c26b46b68ffc68ff99b453c1d304134'.repeat(2) }),
  metadataXml: '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"/>',
  ...changes,
})

export const aPublication = (changes: Partial<Publication> = {}): Publication => ({
  backendUrl: 'http://127.0.0.1:7500/',
  providerId: connectionId(9),
  serviceProvider: aServiceProvider({
    entityId: 'urn:claimcheck:org_1:conn_9',
    acsUrl: 'http://127.0.0.1:7500/saml/acs?connection=conn_9',
  }),
  relyingParty: null,
  signInUrl: 'http://127.0.0.1:7500/sign-in',
  state: 'draft',
  publishedAt: null,
  configurationSha256: '5e'.repeat(32),
  ...changes,
})
