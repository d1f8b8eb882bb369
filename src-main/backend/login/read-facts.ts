import { NAME_ID_TRANSIENT } from '#main/saml/namespaces.ts'
import type { Identity } from '#shared/model/identity.ts'
import type { Connection } from '../connections/connection.ts'
import type { UserRecord } from '../storage/stores/users.ts'
import type { Stores } from '../storage/stores.ts'
import type { SignInFacts } from './decide-outcome.ts'

export interface ReadFacts extends SignInFacts {
  readonly byIdentity: UserRecord | undefined
  readonly byEmail: UserRecord | undefined
}

export async function readFacts(stores: Stores, connection: Connection, identity: Identity): Promise<ReadFacts> {
  const email = addressOf(identity)
  const userId = isLasting(identity) ? await stores.identities.userOf(connection.id, identity.nameId) : undefined
  const { jitEnabled, defaultRole } = await stores.policy.read()
  return {
    email,
    domains: connection.domains,
    byIdentity: userId && (await stores.users.byId(userId)),
    byEmail: email === null ? undefined : await stores.users.byEmail(email),
    jit: { enabled: jitEnabled, defaultRole },
  }
}

/** Addresses that differ in case alone are one person's. */
export const addressOf = ({ profile }: Identity): string | null => profile.email?.toLowerCase() ?? null

/** A transient NameID names a session, not a person: tomorrow it may be someone else's (SAML Core §8.3.8). */
export const isLasting = ({ nameIdFormat }: Identity): boolean => nameIdFormat !== NAME_ID_TRANSIENT
