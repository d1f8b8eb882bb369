import type { PracticeIdpStatus } from '#shared/model/practice-idp.ts'
import type { Member, TenantStatus } from '#shared/model/tenant.ts'

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
  faults: [],
  serviceProviders: [],
}

export const tenant: Extract<TenantStatus, { state: 'running' }> = {
  state: 'running',
  url: 'http://127.0.0.1:7500/',
  organisationId: 'org_0000000000000000000001' as never,
  organisation: 'Practice organisation',
  signInUrl: 'http://127.0.0.1:7500/sign-in',
}

export const members: Member[] = [
  {
    id: 'user_0000000000000000000001' as never,
    email: 'owner@customer.example',
    givenName: null,
    familyName: null,
    role: 'owner',
    active: true,
    createdAt: '2026-11-20T08:00:00.000Z',
    lastSignInAt: null,
  },
  {
    id: 'user_0000000000000000000002' as never,
    email: 'ada@customer.example',
    givenName: 'Ada',
    familyName: 'Lovelace',
    role: 'member',
    active: true,
    createdAt: '2026-11-22T07:40:00.000Z',
    lastSignInAt: '2026-11-22T07:58:00.000Z',
  },
]
