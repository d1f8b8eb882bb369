import { parseEmailAddress } from '#shared/model/email-address.ts'
import { type Installation, openTenant } from '../installation.ts'
import { passwordMatches } from '../passwords/hash-password.ts'
import { startSession } from '../sessions/start-session.ts'
import { type Route, routeByEmail } from './route-by-email.ts'

export type PasswordResult =
  | { readonly kind: 'signed-in'; readonly sessionToken: string; readonly expiresAt: Date }
  | { readonly kind: 'sso-required'; readonly route: Route }
  /** The same for an address nobody has and a password that is wrong, and as late. */
  | { readonly kind: 'refused' }

/** More accounts under one address are not tried: each costs as much as a guess. */
const MOST_ACCOUNTS = 5

export async function signInWithPassword(
  installation: Installation,
  { email, password }: { email: string; password: string },
  now: Date,
): Promise<PasswordResult> {
  const route = await routeByEmail(installation, email)
  if (route?.enforced === true) return { kind: 'sso-required', route }
  const known = parseEmailAddress(email) !== undefined
  const accounts = known ? await installation.directory.passwordAccounts(email.toLowerCase()) : []
  if (accounts.length === 0) await passwordMatches(password, undefined)
  for (const account of accounts.slice(0, MOST_ACCOUNTS)) {
    if (!(await passwordMatches(password, account.passwordHash))) continue
    const tenant = openTenant(installation, account.organisationId)
    const session = await tenant.stores.inTransaction(async (stores) => {
      await stores.users.change(account.userId, { lastSignInAt: now.toISOString() })
      return startSession({ ...tenant, stores }, { userId: account.userId }, now)
    })
    return { kind: 'signed-in', ...session }
  }
  return { kind: 'refused' }
}
