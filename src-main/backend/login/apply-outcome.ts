import type { Identity } from '#shared/model/identity.ts'
import { ID_BYTES, makeId, UserId } from '#shared/model/ids.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { Connection } from '../connections/connection.ts'
import type { Random } from '../installation.ts'
import type { UserRecord } from '../storage/stores/users.ts'
import type { Stores } from '../storage/stores.ts'
import { addressOf, isLasting, type ReadFacts } from './read-facts.ts'

export interface SignIn {
  /** Undefined where the mailbox itself vouches. */
  readonly connection: Connection | undefined
  readonly identity: Pick<Identity, 'nameId' | 'nameIdFormat' | 'profile'>
  readonly now: Date
  readonly random: Random
}

/** What gives someone an account or finds the one they have. */
export type Admission = Exclude<Outcome, { kind: 'refused' | 'offered' }>

/** Creates, brings back, links or updates the account, inside the sign-in's transaction. @returns whose session it will be */
export async function applyOutcome(
  stores: Stores,
  outcome: Admission,
  { byIdentity, byEmail, invitation }: ReadFacts,
  signIn: SignIn,
): Promise<UserId> {
  const account = byIdentity ?? byEmail
  const { connection, identity, now } = signIn
  const userId = account?.id ?? (await createUser(stores, outcome.role, signIn))
  if (account !== undefined) await updateUser(stores, account, outcome, byEmail, signIn)
  if (outcome.kind === 'invited' && invitation !== undefined) {
    await stores.invitations.accept(invitation.id, now.toISOString())
  }
  if (connection !== undefined && byIdentity === undefined && isLasting(identity)) {
    const { nameId } = identity
    await stores.identities.add({ connectionId: connection.id, nameId, userId, createdAt: now.toISOString() })
  }
  return userId
}

async function createUser(stores: Stores, role: UserRecord['role'], { identity, now, random }: SignIn) {
  const id = makeId(UserId, 'user', random(ID_BYTES))
  const { givenName, familyName } = identity.profile
  const at = now.toISOString()
  const email = addressOf(identity) ?? ''
  await stores.users.add(
    { id, email, givenName, familyName, role, status: 'active', createdAt: at, lastSignInAt: at },
    null,
  )
  return id
}

/** What did not arrive stays as it was; an address that has become someone else's is not taken over. */
async function updateUser(
  stores: Stores,
  account: UserRecord,
  { role }: Admission,
  byEmail: UserRecord | undefined,
  { identity, now }: SignIn,
): Promise<void> {
  const { givenName, familyName } = identity.profile
  await stores.users.signedIn(account.id, {
    givenName: givenName ?? account.givenName,
    familyName: familyName ?? account.familyName,
    role,
    status: 'active',
    lastSignInAt: now.toISOString(),
  })
  const email = addressOf(identity)
  const moved = email !== null && email !== account.email && byEmail === undefined
  if (moved) await stores.users.change(account.id, { email })
}
