import type { ApiKeyId, AuditEventId, ConnectionId, InvitationId, OrganisationId, UserId } from '#shared/model/ids.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import type { OrganisationPolicy } from '#shared/model/organisation-policy.ts'
import type { Role } from '#shared/model/outcome.ts'
import type { GroupSync, Provisioning } from '#shared/model/provisioning.ts'
import type {
  DirectoryEventTable,
  DirectoryTable,
  ScimGroupMemberTable,
  ScimGroupTable,
  ScimUserTable,
} from './scim-tables.ts'
import type { SetupLinkTable } from './setup-link-table.ts'
import type {
  AccountOfferTable,
  IdTokenTable,
  LoginFlowTable,
  MailTable,
  SessionTable,
  SignInAttemptTable,
  SignInHandleTable,
  SignInLinkTable,
  UsedAssertionTable,
} from './sign-in-tables.ts'

/**
 * Tables as kysely sees them: camel case here, snake case in the database. Only types that SQLite and PostgreSQL share:
 * moments are RFC 3339 text in UTC (they sort as text), truth is 0 or 1, structures are JSON text.
 */
export interface Tables {
  installation: InstallationTable
  organisations: OrganisationTable
  policies: PolicyTable
  users: UserTable
  identities: IdentityTable
  apiKeys: ApiKeyTable
  connections: ConnectionTable
  connectionDomains: ConnectionDomainTable
  receipts: ReceiptTable
  loginFlows: LoginFlowTable
  usedAssertions: UsedAssertionTable
  signInHandles: SignInHandleTable
  sessions: SessionTable
  signInAttempts: SignInAttemptTable
  auditEvents: AuditEventTable
  invitations: InvitationTable
  domainProofs: DomainProofTable
  outageWindows: OutageWindowTable
  signInLinks: SignInLinkTable
  mails: MailTable
  accountOffers: AccountOfferTable
  idTokens: IdTokenTable
  setupLinks: SetupLinkTable
  scimUsers: ScimUserTable
  directories: DirectoryTable
  directoryEvents: DirectoryEventTable
  scimGroups: ScimGroupTable
  scimGroupMembers: ScimGroupMemberTable
}

export type Flag = 0 | 1

export const toFlag = (value: boolean): Flag => (value ? 1 : 0)

/** One value per name, of this installation as a whole. */
interface InstallationTable {
  name: string
  value: string
}

interface OrganisationTable {
  id: OrganisationId
  name: string
  plan: string
  /** Whom the operator made it for; empty where that is not known. Organisations of one customer are its several accounts. */
  customer: string
  /** E-mail domains its providers may claim, JSON; empty: any. */
  allowedDomains: string
  /** The signed licence file, as it was handed in. */
  licence: string | null
  createdAt: string
}

interface PolicyTable {
  organisationId: OrganisationId
  ssoEnforced: Flag
  jitEnabled: Flag
  jitSingleAccountOnly: Flag
  defaultRole: Provisioning['defaultRole']
  newAccount: Provisioning['newAccount']
  groupSync: GroupSync
  /** JSON. */
  groupRoles: string
  enforcementScope: OrganisationPolicy['enforcementScope']
  passwordBesideSso: Flag
  ssoRedirectUrl: OrganisationPolicy['ssoRedirectUrl']
  requireTestReceipt: Flag
  requireDomainVerification: Flag
  requirePilot: Flag
}

interface UserTable {
  id: UserId
  organisationId: OrganisationId
  email: string
  givenName: string | null
  familyName: string | null
  role: Role
  /** `removed` stays removed until invited again: a sign-in does not bring a person back. */
  status: 'active' | 'deactivated' | 'removed'
  passwordHash: string | null
  createdAt: string
  lastSignInAt: string | null
}

interface IdentityTable {
  organisationId: OrganisationId
  connectionId: ConnectionId
  nameId: string
  userId: UserId
  createdAt: string
}

interface ApiKeyTable {
  id: ApiKeyId
  organisationId: OrganisationId
  name: string
  secretSha256: string
  /** JSON. */
  scopes: string
  /** The person who made it; null for the first one. */
  createdBy: UserId | null
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
  revokedAt: string | null
}

interface ConnectionTable {
  id: ConnectionId
  organisationId: OrganisationId
  type: 'saml' | 'oidc'
  state: 'draft' | 'published'
  issuer: string | null
  enabled: Flag
  /** JSON, without secrets. */
  config: string
  clientSecretSealed: string | null
  /** Changes with the secret, so that a digest of the configuration changes without holding it. */
  clientSecretVersion: string | null
  /** PEM; null for OpenID Connect. */
  spCertificate: string | null
  spPrivateKeySealed: string | null
  /** 1: it names no domains of its own and has those the organisation allows. */
  inheritsDomains: Flag
  /** When what decides a login was changed last: a pilot before that is none. */
  configuredAt: string
  createdAt: string
  updatedAt: string
}

interface ConnectionDomainTable {
  organisationId: OrganisationId
  connectionId: ConnectionId
  position: number
  domain: string
  /** 1 once published: no other connection of any organisation may claim it. */
  claimed: Flag
}

interface ReceiptTable {
  organisationId: OrganisationId
  connectionId: ConnectionId
  signature: string
  configurationSha256: string
  verdict: Verdict
  testedAt: string
  /** The signed receipt, JSON. */
  receipt: string
}

interface AuditEventTable {
  id: AuditEventId
  organisationId: OrganisationId
  /** Counts from 1 within the organisation. */
  sequence: number
  at: string
  actorKind: 'api-key' | 'user' | 'system'
  actorId: string | null
  action: string
  subjectId: string | null
  /** JSON, secrets masked. */
  details: string
  /** Of the event before; of zeros for the first. */
  previousHash: string
  hash: string
}

interface InvitationTable {
  id: InvitationId
  organisationId: OrganisationId
  /** Lower case. */
  email: string
  role: Role
  tokenSha256: string
  createdAt: string
  expiresAt: string
  acceptedAt: string | null
  revokedAt: string | null
}

/** That the organisation can write into the domain's DNS. */
interface DomainProofTable {
  organisationId: OrganisationId
  domain: string
  token: string
  state: 'pending' | 'verified' | 'lost'
  verifiedAt: string | null
  checkedAt: string | null
  problem: string | null
}

/** At most one for each organisation. */
interface OutageWindowTable {
  organisationId: OrganisationId
  openedAt: string
  until: string
  reason: string
}
