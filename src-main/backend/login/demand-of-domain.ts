import type { Installation } from '../installation.ts'
import { type SsoDemand, ssoDemand } from '../policy/sso-demand.ts'
import { routeByEmail } from './route-by-email.ts'

/** What whoever claims the address's domain demands, whether or not anyone has that address: it tells nothing of accounts. */
export async function demandOfDomain(
  installation: Installation,
  email: string,
  by: 'password' | 'mail',
  now: Date,
): Promise<SsoDemand | undefined> {
  const route = await routeByEmail(installation, email)
  return route && ssoDemand(route.tenant, email, by, now)
}
