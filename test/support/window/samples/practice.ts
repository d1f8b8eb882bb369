import type { PracticeExercise, PracticeIdpStatus } from '#shared/model/practice-idp.ts'
import type { TenantStatus } from '#shared/model/tenant.ts'
import { apiKeyId, organisationId } from './tenant.ts'

export const practiceIdp: Extract<PracticeIdpStatus, { state: 'running' }> = {
  state: 'running',
  url: 'http://127.0.0.1:7400/',
  entityId: 'http://127.0.0.1:7400/metadata',
  metadataUrl: 'http://127.0.0.1:7400/metadata',
  people: [
    {
      username: 'ada',
      password: 'analytical',
      email: 'ada@customer.example',
      givenName: 'Ada',
      familyName: 'Lovelace',
      groups: ['engineering', 'administrators'],
    },
    {
      username: 'grace',
      password: 'compiler',
      email: 'grace@customer.example',
      givenName: 'Grace',
      familyName: 'Hopper',
      groups: ['engineering'],
    },
    {
      username: 'nobody',
      password: 'nothing',
      email: '',
      givenName: '',
      familyName: '',
      groups: [],
    },
  ],
  tenants: [
    {
      name: 'Okta',
      entityId: 'http://www.okta.com/exk0practice0000001',
      metadataUrl: 'http://127.0.0.1:7400/okta/metadata',
    },
  ],
  faults: [],
  openid: {
    issuer: 'http://127.0.0.1:7400/oidc',
    discoveryUrl: 'http://127.0.0.1:7400/oidc/.well-known/openid-configuration',
    clients: [],
  },
  serviceProviders: [],
}

/** What is wrong is the recipient. */
export const exercise: PracticeExercise = {
  choices: ['expired-response', 'wrong-recipient', 'unsigned-response', 'email-missing'],
}

export const tenant: Extract<TenantStatus, { state: 'running' }> = {
  state: 'running',
  place: { kind: 'here' },
  url: 'http://127.0.0.1:7500/',
  organisationId,
  organisation: 'Practice organisation',
  signInUrl: 'http://127.0.0.1:7500/sign-in',
  apiKeyId: apiKeyId(1),
}
