import type { AttemptId, ConnectionId, FlowId, MailId, OrganisationId, SessionId, UserId } from '#shared/model/ids.ts'

/** How its person signed in. */
export type SessionWay = 'single-sign-on' | 'password' | 'link' | 'invitation'

export interface LoginFlowTable {
  id: FlowId
  organisationId: OrganisationId
  connectionId: ConnectionId
  /** `sign-out` waits for the identity provider's answer to a LogoutRequest, `setup-test` for one that a setup link's wizard tests with. */
  purpose: 'sign-in' | 'test' | 'setup-test' | 'sign-out'
  requestId: string
  relayStateSha256: string
  /** Of the pre-login cookie; null for a test, which has no browser of ours. */
  browserSha256: string | null
  /** What a test tests; null for a sign-in. */
  configurationSha256: string | null
  createdAt: string
  expiresAt: string
  consumedAt: string | null
}

export interface UsedAssertionTable {
  organisationId: OrganisationId
  connectionId: ConnectionId
  assertionId: string
  expiresAt: string
}

export interface SignInHandleTable {
  handleSha256: string
  organisationId: OrganisationId
  /** `finish`: makes the session. `confirm`: nobody asked for this login, the person is asked first. */
  purpose: 'finish' | 'confirm'
  userId: UserId
  connectionId: ConnectionId
  browserSha256: string | null
  attemptId: AttemptId
  nameId: string
  nameIdFormat: string | null
  sessionIndex: string | null
  /** How the identity provider says it made sure of the person. */
  authnContext: string | null
  sessionEndsAt: string | null
  expiresAt: string
}

export interface SessionTable {
  id: SessionId
  organisationId: OrganisationId
  userId: UserId
  tokenSha256: string
  way: SessionWay
  /** Null where no identity provider vouched. */
  connectionId: ConnectionId | null
  nameId: string | null
  nameIdFormat: string | null
  sessionIndex: string | null
  authnContext: string | null
  createdAt: string
  lastSeenAt: string
  expiresAt: string
  endedAt: string | null
}

/** Every login that reached the callback or gave a password, with its verdict; never a message. */
export interface SignInAttemptTable {
  id: AttemptId
  organisationId: OrganisationId
  connectionId: ConnectionId | null
  flowId: FlowId | null
  userId: UserId | null
  at: string
  result: 'accepted' | 'refused'
  /** Why it was refused; null where it was not. */
  reason: string | null
  /** Codes of the findings of severity error, JSON. */
  codes: string
}

/** Signs in whoever reads this address's mail, once. */
export interface SignInLinkTable {
  tokenSha256: string
  organisationId: OrganisationId
  email: string
  createdAt: string
  expiresAt: string
}

export interface MailTable {
  id: MailId
  organisationId: OrganisationId
  recipient: string
  subject: string
  textSealed: string
  createdAt: string
  expiresAt: string
  nextTryAt: string | null
  tries: number
}

export interface AccountOfferTable {
  handleSha256: string
  organisationId: OrganisationId
  connectionId: ConnectionId
  browserSha256: string | null
  attemptId: AttemptId
  identity: string
  sessionEndsAt: string | null
  expiresAt: string
}

/** What an OpenID provider asks for at a sign-out. */
export interface IdTokenTable {
  /** SHA-256 of connection, name and session: one for each. */
  id: string
  organisationId: OrganisationId
  connectionId: ConnectionId
  tokenSealed: string
  expiresAt: string
}
