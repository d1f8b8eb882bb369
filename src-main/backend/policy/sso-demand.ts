import { parseEmailAddress } from '#shared/model/email-address.ts'
import { type Connection, listConnections } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { licenceIsActive } from '../organisations/licence.ts'
import { readOutageWindow } from './outage-window.ts'
import { ssoRedirectUrl } from './sso-redirect-url.ts'
import { ssoRequired } from './sso-required.ts'

export interface SsoDemand {
  readonly connection: Connection
  /** Where the person is sent (S27). */
  readonly ssoRedirectUrl: string
}

/**
 * Whether this organisation lets this address in through single sign-on alone, and where that begins. Every other way in asks
 * here: password, link, invitation, a new password.
 * @param by a password may be switched off beside single sign-on though nothing is enforced
 * @returns undefined where the other ways are open
 */
export async function ssoDemand(
  tenant: Tenant,
  email: string,
  by: 'password' | 'mail',
  now: Date,
): Promise<SsoDemand | undefined> {
  const policy = await tenant.stores.policy.read()
  const noPassword = by === 'password' && !policy.passwordBesideSso
  if (!policy.ssoEnforced && !noPassword) return undefined
  const active = (await listConnections(tenant.stores, 'published')).filter(({ enabled }) => enabled)
  const domain = parseEmailAddress(email)?.domain ?? ''
  const serving = active.find(({ domains }) => domains.includes(domain))
  const connection = serving ?? active[0]
  if (connection === undefined) return undefined
  const facts = {
    licenceActive: await licenceIsActive(tenant),
    outageOpen: (await readOutageWindow(tenant.stores, now)).open,
    domainMatches: serving !== undefined,
  }
  const required =
    ssoRequired({ policy, ...facts }) ||
    (noPassword && ssoRequired({ policy: { ssoEnforced: true, enforcementScope: 'matching-domains' }, ...facts }))
  return required ? { connection, ssoRedirectUrl: ssoRedirectUrl(connection, tenant.publicUrl, policy) } : undefined
}
