import type { ApiKey } from '#shared/http-api/api-key.ts'
import type { AuditEvent } from '#shared/http-api/audit.ts'
import type { DomainProof } from '#shared/http-api/domain.ts'
import type { SimulatedSignIn } from '#shared/http-api/enforcement.ts'
import type { Invitation } from '#shared/http-api/invitation.ts'
import type { MemberDetail } from '#shared/http-api/member.ts'
import type { Organisation } from '#shared/http-api/organisation.ts'
import type { OutageWindow } from '#shared/http-api/outage-window.ts'
import type { OutboxMail } from '#shared/http-api/outbox.ts'
import type { Session } from '#shared/http-api/session.ts'
import type { SetupLink } from '#shared/http-api/setup-link.ts'
import type { SignInAttempt } from '#shared/http-api/sign-in.ts'
import {
  ApiKeyId,
  AttemptId,
  AuditEventId,
  ID_BYTES,
  InvitationId,
  MailId,
  makeId,
  OrganisationId,
  SessionId,
  UserId,
} from '#shared/model/ids.ts'
import type { LicenceState } from '#shared/model/licence.ts'
import { defaultOrganisationPolicy, type OrganisationPolicy } from '#shared/model/organisation-policy.ts'
import type { Problem } from '#shared/model/problem.ts'
import { connectionId } from '#test/support/model/a-test-run.ts'

/** What a tenant backend holds of one organisation, in memory. */
export interface SampleTenant {
  organisation: Organisation
  licence: LicenceState
  members: MemberDetail[]
  invitations: Invitation[]
  domains: (DomainProof & { connectionId: ReturnType<typeof connectionId> | null })[]
  policy: OrganisationPolicy & { version: string }
  enforced: boolean
  /** Addresses that could not sign in if it were enforced. */
  lockedOut: string[]
  outageWindow: OutageWindow
  sessions: Session[]
  apiKeys: ApiKey[]
  events: AuditEvent[]
  signIns: SignInAttempt[]
  mails: OutboxMail[]
  setupLink: SetupLink | null
  /** Every call is refused with it: the backend cannot be reached. */
  refusal: Problem | null
}

const bytes = (number: number) => new Uint8Array(ID_BYTES).fill(number)
export const userId = (number: number) => makeId(UserId, 'user', bytes(number))
export const apiKeyId = (number: number) => makeId(ApiKeyId, 'key', bytes(number))
export const organisationId = makeId(OrganisationId, 'org', bytes(1))
const ada = 'ada@customer.example'

export const aMember = (number: number, changes: Partial<MemberDetail> = {}): MemberDetail => ({
  id: userId(number),
  email: `person-${number}@customer.example`,
  givenName: 'Person',
  familyName: `Number ${number}`,
  role: 'member',
  active: true,
  status: 'active',
  version: `member-${number}`,
  createdAt: '2026-11-20T08:00:00.000Z',
  lastSignInAt: '2026-11-21T08:00:00.000Z',
  ...changes,
})

export const simulated = ({ members, lockedOut }: SampleTenant): SimulatedSignIn[] =>
  members
    .filter(({ status }) => status === 'active')
    .map(({ id, email, role }) => {
      const common = { userId: id, email, role }
      if (lockedOut.includes(email)) {
        const outcome = { kind: 'refused', because: 'email-outside-domains' } as const
        return { ...common, way: 'locked-out' as const, connectionId: null, outcome, proven: false }
      }
      const outcome = { kind: 'known', role } as const
      return {
        ...common,
        way: 'single-sign-on' as const,
        connectionId: connectionId(9),
        outcome,
        proven: email === ada,
      }
    })
    .toSorted((a, b) => Number(b.way === 'locked-out') - Number(a.way === 'locked-out'))

export const aTenant = (changes: Partial<SampleTenant> = {}): SampleTenant => ({
  organisation: {
    id: organisationId,
    name: 'Practice organisation',
    allowedDomains: [],
    createdAt: '2026-11-20T08:00:00.000Z',
    version: 'organisation-1',
  },
  licence: { kind: 'practice', plan: 'enterprise', expiresAt: null, active: true, because: null, clockWentBack: false },
  members: [
    aMember(1, {
      email: 'owner@customer.example',
      givenName: null,
      familyName: null,
      role: 'owner',
      lastSignInAt: null,
    }),
    aMember(2, { email: ada, givenName: 'Ada', familyName: 'Lovelace', lastSignInAt: '2026-11-22T07:58:00.000Z' }),
    aMember(3, {
      email: 'charles@customer.example',
      givenName: 'Charles',
      familyName: 'Babbage',
      role: 'viewer',
      active: false,
      status: 'deactivated',
    }),
  ],
  invitations: [
    {
      id: makeId(InvitationId, 'inv', bytes(1)),
      email: 'grace@customer.example',
      role: 'admin',
      state: 'open',
      createdAt: '2026-11-21T08:00:00.000Z',
      expiresAt: '2026-11-28T08:00:00.000Z',
      acceptedAt: null,
    },
  ],
  domains: [
    {
      domain: 'customer.example',
      state: 'pending',
      record: {
        type: 'TXT',
        name: '_claimcheck.customer.example',
        value: 'claimcheck-verification=3xWkq0bS2m7vQ9f1YtR6LzN4aHcEoUdPjGiKsTbVwXy',
      },
      verifiedAt: null,
      checkedAt: '2026-11-22T07:50:00.000Z',
      problem: 'There is no TXT record at this name. Add it; a new record can take an hour to be seen.',
      connectionId: connectionId(9),
    },
    {
      domain: 'engineering.customer.example',
      state: 'verified',
      record: {
        type: 'TXT',
        name: '_claimcheck.engineering.customer.example',
        value: 'claimcheck-verification=9pLkq0bS2m7vQ9f1YtR6LzN4aHcEoUdPjGiKsTbVwAb',
      },
      verifiedAt: '2026-11-21T09:00:00.000Z',
      checkedAt: '2026-11-22T07:50:00.000Z',
      problem: null,
      connectionId: connectionId(9),
    },
  ],
  policy: {
    ...defaultOrganisationPolicy,
    requireTestReceipt: true,
    groupSync: 'every-sign-in',
    groupRoles: [{ group: 'administrators', role: 'admin' }],
    version: 'policy-1',
  },
  enforced: false,
  lockedOut: [],
  outageWindow: { open: false, openedAt: null, until: null, reason: null },
  sessions: [
    {
      id: makeId(SessionId, 'sess', bytes(1)),
      userId: userId(2),
      email: ada,
      connectionId: connectionId(9),
      createdAt: '2026-11-22T07:58:00.000Z',
      lastSeenAt: '2026-11-22T07:59:00.000Z',
      expiresAt: '2026-11-22T19:58:00.000Z',
    },
    {
      id: makeId(SessionId, 'sess', bytes(2)),
      userId: userId(1),
      email: 'owner@customer.example',
      connectionId: null,
      createdAt: '2026-11-21T16:00:00.000Z',
      lastSeenAt: '2026-11-22T06:00:00.000Z',
      expiresAt: '2026-11-22T16:00:00.000Z',
    },
  ],
  apiKeys: [
    anApiKey(1, { name: 'Owner', scopes: ['org:update'], lastUsedAt: '2026-11-22T08:00:00.000Z' }),
    anApiKey(2, { name: 'Pipeline', expiresAt: '2027-02-20T08:00:00.000Z' }),
    anApiKey(3, { name: 'Old pipeline', state: 'revoked', scopes: ['sso:test', 'audit:read'] }),
  ],
  events: [
    anEvent(4, {
      at: '2026-11-22T07:59:00.000Z',
      action: 'sso.provider.changed',
      subjectId: connectionId(9),
      details: {
        before: { config: { idpSsoUrl: 'https://idp.customer.example/sso', idpSsoBinding: 'redirect' } },
        after: { config: { idpSsoUrl: 'https://idp.customer.example/sso2', idpSsoBinding: 'redirect' } },
      },
    }),
    anEvent(3, { action: 'sso.session.started', actorKind: 'user', actorId: userId(2), details: { way: 'saml' } }),
    anEvent(2, { action: 'sso.draft.published', subjectId: connectionId(9), details: { tested: true } }),
    anEvent(1, { action: 'sso.organisation.created', actorKind: 'system', actorId: null }),
  ],
  signIns: [
    {
      id: makeId(AttemptId, 'att', bytes(2)),
      connectionId: connectionId(9),
      userId: userId(2),
      at: '2026-11-22T07:58:00.000Z',
      result: 'accepted',
      reason: null,
      codes: [],
    },
    {
      id: makeId(AttemptId, 'att', bytes(1)),
      connectionId: connectionId(9),
      userId: null,
      at: '2026-11-22T07:30:00.000Z',
      result: 'refused',
      reason: 'findings',
      codes: ['audience-mismatch'],
    },
  ],
  mails: [
    {
      id: makeId(MailId, 'mail', bytes(1)),
      to: 'grace@customer.example',
      subject: 'Your invitation to Practice organisation',
      text: 'You are invited to Practice organisation.\n\nAccept the invitation:\nhttp://127.0.0.1:7500/invitations/3xWkq0bS2m7vQ9f1YtR6LzN4aHcEoUdPjGiKsTbVwXy\n\nThe link works for 7 days.',
      createdAt: '2026-11-22T07:30:00.000Z',
      expiresAt: '2026-11-29T07:30:00.000Z',
    },
  ],
  setupLink: {
    state: 'open',
    domains: ['customer.example'],
    connectionId: connectionId(9),
    provider: 'okta',
    lastTest: { verdict: 'rejected', at: '2026-11-22T07:50:00.000Z' },
    createdAt: '2026-11-21T08:00:00.000Z',
    expiresAt: '2026-11-28T08:00:00.000Z',
    completedAt: null,
  },
  refusal: null,
  ...changes,
})

export function anApiKey(number: number, changes: Partial<ApiKey> = {}): ApiKey {
  return {
    id: apiKeyId(number),
    name: `Key ${number}`,
    scopes: ['sso:test'],
    state: 'active',
    createdBy: null,
    createdAt: '2026-11-20T08:00:00.000Z',
    expiresAt: null,
    lastUsedAt: null,
    ...changes,
  }
}

export function anEvent(sequence: number, changes: Partial<AuditEvent> = {}): AuditEvent {
  return {
    organisationId,
    sequence,
    id: makeId(AuditEventId, 'evt', bytes(sequence % 256)),
    at: `2026-11-2${Math.min(1, sequence)}T07:58:00.000Z`,
    actorKind: 'api-key',
    actorId: apiKeyId(1),
    action: 'sso.policy.changed',
    subjectId: null,
    details: {},
    previousHash: '0'.repeat(64),
    hash: sequence.toString(16).padStart(64, 'a'),
    ...changes,
  }
}
