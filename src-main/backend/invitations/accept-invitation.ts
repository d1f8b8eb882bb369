import type { Role } from '#shared/model/outcome.ts'
import { type Installation, openTenant, type Tenant } from '../installation.ts'
import { admitByMailbox } from '../login/admit-by-mailbox.ts'
import { readMailboxFacts } from '../login/read-facts.ts'
import { hashPassword } from '../passwords/hash-password.ts'
import { type SsoDemand, ssoDemand } from '../policy/sso-demand.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import { startSession } from '../sessions/start-session.ts'
import { invitationState } from './invitation-state.ts'

export interface WaitingInvitation {
  readonly tenant: Tenant
  readonly email: string
  readonly role: Role
  readonly organisation: string
}

export type AcceptanceResult =
  | { readonly kind: 'signed-in'; readonly sessionToken: string; readonly expiresAt: Date }
  | { readonly kind: 'sso-required'; readonly demand: SsoDemand }
  /** Accepted, revoked, too old, or never ours. */
  | { readonly kind: 'gone' }

/** Looks and takes nothing. */
export async function findInvitation(
  installation: Installation,
  token: string,
  now: Date,
): Promise<WaitingInvitation | undefined> {
  const sha256 = tokenSha256(token)
  const organisationId = await installation.directory.tenantOfInvitation(sha256)
  if (organisationId === undefined) return undefined
  const tenant = openTenant(installation, organisationId)
  const invitation = await tenant.stores.invitations.byToken(sha256)
  if (invitation === undefined || invitationState(invitation, now) !== 'open') return undefined
  const { email, role } = invitation
  return { tenant, email, role, organisation: (await tenant.stores.organisation.read()).name }
}

/**
 * Makes the account, or brings it back, with the invitation's role and the password that was chosen.
 * @param password undefined: the person signs in by links
 */
export async function acceptInvitation(
  installation: Installation,
  { token, password }: { readonly token: string; readonly password: string | undefined },
  now: Date,
): Promise<AcceptanceResult> {
  const found = await findInvitation(installation, token, now)
  if (found === undefined) return { kind: 'gone' }
  const { tenant, email } = found
  const demand = await ssoDemand(tenant, email, password === undefined ? 'mail' : 'password', now)
  if (demand !== undefined) return { kind: 'sso-required', demand }
  const passwordHash = password === undefined ? undefined : await hashPassword(password, tenant.random)
  return tenant.stores.inTransaction(async (stores): Promise<AcceptanceResult> => {
    const invitation = await stores.invitations.byToken(tokenSha256(token))
    const facts = await readMailboxFacts(stores, email, now)
    // Whoever has an account by now signs in: a letter that was read long ago is no key to it.
    const isTheOne = facts.invitation?.state === 'open' && facts.invitation.id === invitation?.id
    if (!isTheOne) return { kind: 'gone' }
    const admitted = await admitByMailbox(stores, tenant, email, now)
    if (admitted.kind === 'refused') return { kind: 'gone' }
    const { userId } = admitted
    if (passwordHash !== undefined) await stores.users.change(userId, { passwordHash })
    return { kind: 'signed-in', ...(await startSession({ ...tenant, stores }, { way: 'invitation', userId }, now)) }
  })
}
