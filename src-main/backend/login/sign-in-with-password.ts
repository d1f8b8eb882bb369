import { parseEmailAddress } from '#shared/model/email-address.ts'
import { type Installation, openTenant } from '../installation.ts'
import { passwordMatches } from '../passwords/hash-password.ts'
import { type SsoDemand, ssoDemand } from '../policy/sso-demand.ts'
import { startSession } from '../sessions/start-session.ts'
import { type AdmittedByMailbox, admitByMailbox } from './admit-by-mailbox.ts'
import { demandOfDomain } from './demand-of-domain.ts'

export type PasswordResult =
  | { readonly kind: 'signed-in'; readonly sessionToken: string; readonly expiresAt: Date }
  | { readonly kind: 'sso-required'; readonly demand: SsoDemand }
  /** The password was right: who it is has been proven, so they may know why they have no way in. */
  | Extract<AdmittedByMailbox, { kind: 'refused' }>
  /** The same for an address nobody has and a password that is wrong, and as late. */
  | { readonly kind: 'wrong' }

/** More accounts under one address are not tried: each costs as much as a guess. */
const MOST_ACCOUNTS = 5

export async function signInWithPassword(
  installation: Installation,
  { email, password }: { email: string; password: string },
  now: Date,
): Promise<PasswordResult> {
  const byDomain = await demandOfDomain(installation, email, 'password', now)
  if (byDomain !== undefined) return { kind: 'sso-required', demand: byDomain }
  const known = parseEmailAddress(email) !== undefined
  const accounts = known ? await installation.directory.passwordAccounts(email.toLowerCase()) : []
  if (accounts.length === 0) await passwordMatches(password, undefined)
  let refused: PasswordResult = { kind: 'wrong' }
  for (const { organisationId, passwordHash } of accounts.slice(0, MOST_ACCOUNTS)) {
    if (!(await passwordMatches(password, passwordHash))) continue
    const tenant = openTenant(installation, organisationId)
    const demand = await ssoDemand(tenant, email, 'password', now)
    if (demand !== undefined) return { kind: 'sso-required', demand }
    const result = await tenant.stores.inTransaction(async (stores): Promise<PasswordResult> => {
      const admitted = await admitByMailbox(stores, tenant, email, now)
      if (admitted.kind === 'refused') return admitted
      const { userId } = admitted
      return { kind: 'signed-in', ...(await startSession({ ...tenant, stores }, { way: 'password', userId }, now)) }
    })
    if (result.kind === 'signed-in') return result
    refused = result
  }
  return refused
}
