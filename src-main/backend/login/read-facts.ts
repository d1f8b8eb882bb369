import { NAME_ID_TRANSIENT } from '#main/saml/namespaces.ts'
import type { Identity } from '#shared/model/identity.ts'
import type { Connection } from '../connections/connection.ts'
import type { InvitationRecord } from '../storage/stores/invitations.ts'
import type { UserRecord } from '../storage/stores/users.ts'
import type { Stores } from '../storage/stores.ts'
import type { Invitation, SignInFacts } from './decide-outcome.ts'

export interface ReadFacts extends SignInFacts {
  readonly byIdentity: UserRecord | undefined
  readonly byEmail: UserRecord | undefined
  readonly invitation: (Invitation & Pick<InvitationRecord, 'id'>) | undefined
}

export async function readFacts(
  stores: Stores,
  connection: Connection,
  identity: Identity,
  now: Date,
): Promise<ReadFacts> {
  const email = addressOf(identity)
  const userId = isLasting(identity) ? await stores.identities.userOf(connection.id, identity.nameId) : undefined
  const byIdentity = userId && (await stores.users.byId(userId))
  const byEmail = email === null ? undefined : await stores.users.byEmail(email)
  const isMember = (byIdentity ?? byEmail)?.status === 'active'
  const invitation = email === null || isMember ? undefined : await stores.invitations.latestTo(email)
  const provisioning = await stores.policy.read()
  return {
    email,
    groups: identity.profile.groups,
    domains: connection.domains,
    byIdentity,
    byEmail,
    invitation: invitation && { ...invitation, state: stateOf(invitation, now) },
    provisioning,
    hasSeveralAccounts: provisioning.jitSingleAccountOnly && (await stores.organisation.hasSiblings()),
  }
}

const stateOf = ({ revokedAt, expiresAt }: InvitationRecord, now: Date): Invitation['state'] =>
  revokedAt === null && expiresAt > now.toISOString() ? 'open' : 'lapsed'

/** Addresses that differ in case alone are one person's. */
export const addressOf = ({ profile }: Identity): string | null => profile.email?.toLowerCase() ?? null

/** A transient NameID names a session, not a person: tomorrow it may be someone else's (SAML Core §8.3.8). */
export const isLasting = ({ nameIdFormat }: Identity): boolean => nameIdFormat !== NAME_ID_TRANSIENT
