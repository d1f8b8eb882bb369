import { type Installation, openTenant, type Tenant } from '../installation.ts'
import { type SsoDemand, ssoDemand } from '../policy/sso-demand.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import { startSession } from '../sessions/start-session.ts'
import { type AdmittedByMailbox, admitByMailbox } from './admit-by-mailbox.ts'

export type LinkResult =
  | { readonly kind: 'signed-in'; readonly sessionToken: string; readonly expiresAt: Date }
  | Extract<AdmittedByMailbox, { kind: 'refused' }>
  | { readonly kind: 'sso-required'; readonly demand: SsoDemand }
  /** Used, too old, or never ours. */
  | { readonly kind: 'gone' }

export interface WaitingLink {
  readonly tenant: Tenant
  readonly email: string
  readonly organisation: string
}

/** Looks and takes nothing: mail programs open every address before their reader does. */
export async function findLink(installation: Installation, token: string, now: Date): Promise<WaitingLink | undefined> {
  const sha256 = tokenSha256(token)
  const organisationId = await installation.directory.tenantOfLink(sha256)
  if (organisationId === undefined) return undefined
  const tenant = openTenant(installation, organisationId)
  const link = await tenant.stores.signInLinks.read(sha256, now.toISOString())
  return link && { tenant, email: link.email, organisation: (await tenant.stores.organisation.read()).name }
}

/** Takes the link, whatever comes of it. It is bound to no browser: mail is read on the telephone too. */
export async function signInWithLink(installation: Installation, token: string, now: Date): Promise<LinkResult> {
  const found = await findLink(installation, token, now)
  if (found === undefined) return { kind: 'gone' }
  const { tenant, email } = found
  const demand = await ssoDemand(tenant, email, 'mail', now)
  return tenant.stores.inTransaction(async (stores): Promise<LinkResult> => {
    const taken = await stores.signInLinks.take(tokenSha256(token), now.toISOString())
    if (taken === undefined) return { kind: 'gone' }
    if (demand !== undefined) return { kind: 'sso-required', demand }
    const admitted = await admitByMailbox(stores, tenant, taken.email, now)
    if (admitted.kind === 'refused') return admitted
    const { userId } = admitted
    return { kind: 'signed-in', ...(await startSession({ ...tenant, stores }, { way: 'link', userId }, now)) }
  })
}
