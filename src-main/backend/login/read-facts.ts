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
  const byIdentity = isLasting(identity) ? await stores.identities.userOf(connection.id, identity.nameId) : undefined
  const { groups } = identity.profile
  return {
    ...(await factsOfAddress(stores, addressOf(identity), byIdentity, now)),
    groups,
    domains: connection.domains,
  }
}

/** Of someone who has shown that they read this address's mail, or know its account's password. */
export const readMailboxFacts = async (stores: Stores, email: string, now: Date): Promise<ReadFacts> => ({
  ...(await factsOfAddress(stores, email.toLowerCase(), undefined, now)),
  groups: null,
  domains: null,
})

async function factsOfAddress(stores: Stores, email: string | null, byIdentity: UserRecord | undefined, now: Date) {
  const byEmail = email === null ? undefined : await userOfAddress(stores, email, byIdentity)
  const isMember = (byIdentity ?? byEmail)?.status === 'active'
  const invitation = email === null || isMember ? undefined : await stores.invitations.latestTo(email)
  const provisioning = await stores.policy.read()
  return {
    email,
    byIdentity,
    byEmail,
    invitation: invitation && { ...invitation, state: stateOf(invitation, now) },
    provisioning,
    hasSeveralAccounts: provisioning.jitSingleAccountOnly && (await stores.organisation.hasSiblings()),
  }
}

const userOfAddress = async (stores: Stores, email: string, byIdentity: UserRecord | undefined) =>
  byIdentity?.email === email ? byIdentity : stores.users.byEmail(email)

const stateOf = ({ revokedAt, expiresAt }: InvitationRecord, now: Date): Invitation['state'] =>
  revokedAt === null && expiresAt > now.toISOString() ? 'open' : 'lapsed'

/** Addresses that differ in case alone are one person's. */
export const addressOf = ({ profile }: Pick<Identity, 'profile'>): string | null => profile.email?.toLowerCase() ?? null

/** A transient NameID names a session, not a person: tomorrow it may be someone else's (SAML Core §8.3.8). */
export const isLasting = ({ nameIdFormat }: Pick<Identity, 'nameIdFormat'>): boolean =>
  nameIdFormat !== NAME_ID_TRANSIENT
