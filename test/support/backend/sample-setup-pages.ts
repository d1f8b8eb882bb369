import type { Page } from '#main/backend/http/pages/page.ts'
import { setupDonePage, setupGonePage } from '#main/backend/http/pages/setup/end-pages.ts'
import { metadataStepPage, metadataVerdictPage } from '#main/backend/http/pages/setup/metadata-step-page.ts'
import { providerStepPage } from '#main/backend/http/pages/setup/provider-step-page.ts'
import { testStepPage } from '#main/backend/http/pages/setup/test-step-page.ts'
import { valuesStepPage } from '#main/backend/http/pages/setup/values-step-page.ts'
import { verdictPage } from '#main/backend/http/pages/setup/verdict-page.ts'
import type { HandOut } from '#shared/http-api/provider.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'

const organisation = 'Acme International Holding'
const frame = { base: `/setup/${'A'.repeat(43)}`, organisation, isChosen: true }
const domains = ['engineering.acme-international.example', 'acme.example']
const expiresAt = '2026-11-29T08:00:00.000Z'
const certificate = {
  name: 'conn_0123456789abcdefghijkl',
  subject: 'CN=conn_0123456789abcdefghijkl',
  issuer: 'CN=conn_0123456789abcdefghijkl',
  serial: '01',
  sha256: '0'.repeat(64),
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2036-01-01T00:00:00.000Z',
  keyType: 'RSA',
  keyBits: 2048,
  pem: `-----BEGIN CERTIFICATE-----\n${`${'A'.repeat(64)}\n`.repeat(18)}-----END CERTIFICATE-----\n`,
}
const handOut: HandOut = {
  serviceProvider: {
    entityId: 'urn:claimcheck:org_0123456789abcdefghijkl:conn_0123456789abcdefghijkl',
    acsUrl: 'https://sso.acme-international.example/saml/acs?connection=conn_0123456789abcdefghijkl',
    signOutUrl: 'https://sso.acme-international.example/saml/logout?connection=conn_0123456789abcdefghijkl',
    certificate,
    metadataXml: '',
  },
  metadataUrl: 'https://sso.acme-international.example/saml/metadata?connection=conn_0123456789abcdefghijkl',
  startUrl: 'https://sso.acme-international.example/saml/start?connection=conn_0123456789abcdefghijkl',
}
const fault: Finding = {
  code: 'saml.audience.mismatch',
  severity: 'error',
  title: 'The response was issued for another application',
  detail: 'Its audience is not this application.',
  expected: 'urn:claimcheck:org_0123456789abcdefghijkl:conn_0123456789abcdefghijkl',
  actual: 'urn:claimcheck:org_0123456789abcdefghijkl:conn_0123456789abcdefghijk1',
  rootCause: true,
  owner: 'idp-admin',
  fix: 'Set the audience at the identity provider to the value shown.',
}
const warning: Finding = { ...fault, code: 'a.b', severity: 'warning', rootCause: false, causedBy: fault.code }
const identityProvider = (verdict: 'valid' | 'invalid'): IdentityProvider => ({
  source: { kind: 'paste' },
  entityId: 'http://www.okta.com/exk1abcdefGHIJKLM2p7',
  singleSignOn: {
    binding: 'redirect',
    url: 'https://acme.okta.com/app/acme_claimcheck_1/exk1abcdefGHIJKLM2p7/sso/saml',
  },
  signOutUrl: null,
  signingCertificates: [certificate],
  metadataXml: null,
  loadedAt: expiresAt,
  judgement: {
    verdict,
    entities: [],
    findings: verdict === 'valid' ? [{ ...fault, severity: 'passed', rootCause: false }] : [fault],
  },
})
const email = 'konstantina.papadopoulou-anagnostou@engineering.acme-international.example'
const entityId = 'http://www.okta.com/exk1abcdefGHIJKLM2p7'
const testStep = { ...frame, entityId, address: `https://sso.acme-international.example${frame.base}/test` }

/** Every page of the set-up wizard, by its name. */
export const sampleSetupPages: Readonly<Record<string, Page>> = {
  'setup-provider': providerStepPage({ ...frame, isChosen: false, chosen: null, domains, expiresAt }),
  'setup-values': valuesStepPage({ ...frame, provider: 'entra', handOut }),
  'setup-metadata-fault': metadataStepPage({
    ...frame,
    provider: 'okta',
    entityId,
    typed: { url: 'https://acme.okta.com/metadata', text: '' },
    problem: problem('fetch.not-found', 'url'),
  }),
  'setup-metadata-invalid': metadataVerdictPage(frame, identityProvider('invalid')),
  'setup-test-accepted': testStepPage({
    ...testStep,
    lastTest: { verdict: 'accepted', at: expiresAt },
    isTested: true,
  }),
  'setup-verdict-accepted': verdictPage({
    organisation,
    judgement: {
      verdict: 'accepted',
      identity: {
        ...{ nameId: email, nameIdFormat: null, issuer: entityId, sessionIndex: null, authnContext: null },
        attributes: {},
        profile: { email, givenName: 'Konstantina', familyName: 'Papadopoulou-Anagnostou', groups: ['Engineering'] },
      },
      findings: [],
      signatures: [],
      timing: {},
    },
    outcome: { kind: 'created', role: 'member' },
  }),
  'setup-verdict-rejected': verdictPage({
    organisation,
    judgement: { verdict: 'rejected', identity: null, findings: [fault, warning], signatures: [], timing: {} },
    outcome: null,
  }),
  'setup-done': setupDonePage({ organisation, domains, active: true }),
  'setup-gone': setupGonePage,
}
