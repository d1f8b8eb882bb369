import type { AdminContext } from '../admin-context.ts'
import { type Connection, findConnectionIn } from '../connections/connection.ts'
import { type Installation, openTenant, type Tenant } from '../installation.ts'
import { licenceIsActive } from '../organisations/licence.ts'
import { Refused } from '../refusals/refused.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import type { SetupLinkRecord } from '../storage/stores/setup-links.ts'
import { setupLinkState } from './setup-link-state.ts'

/** What whoever holds an open link works on: one draft of one organisation, and nothing else. */
export interface Setup {
  readonly tenant: Tenant
  readonly organisation: string
  readonly link: SetupLinkRecord
  readonly draft: Connection
  /** For what is done under the link; it can name no other record. */
  readonly context: Pick<AdminContext, 'tenant' | 'actor' | 'now' | 'role' | 'person'>
}

/** @throws {Refused} `setup-link.gone`, whatever the reason: a stranger learns nothing from it */
export async function openSetup(installation: Installation, token: string, now: Date): Promise<Setup> {
  const sha256 = tokenSha256(token)
  const organisationId = await installation.directory.tenantOfSetupLink(sha256)
  if (organisationId === undefined) throw new Refused('setup-link.gone')
  const tenant = openTenant(installation, organisationId)
  const link = await tenant.stores.setupLinks.byToken(sha256)
  if (link === undefined) throw new Refused('setup-link.gone')
  return setupOf(tenant, link, now)
}

/** @throws {Refused} `setup-link.gone` */
export async function setupOf(tenant: Tenant, link: SetupLinkRecord, now: Date): Promise<Setup> {
  const isOpen = setupLinkState(link, now) === 'open' && (await licenceIsActive(tenant))
  const draft = isOpen ? await findConnectionIn(tenant.stores, link.connectionId, 'draft') : undefined
  if (draft === undefined) throw new Refused('setup-link.gone')
  const actor = { kind: 'system', id: link.id } as const
  const { name: organisation } = await tenant.stores.organisation.read()
  return { tenant, organisation, link, draft, context: { tenant, actor, now, role: 'admin', person: null } }
}
