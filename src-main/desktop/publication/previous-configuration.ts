import { z } from 'zod'
import { type AuditEvent, listAuditEvents } from '#shared/http-api/audit.ts'
import { type ProviderDetail, SamlConfig } from '#shared/http-api/provider.ts'
import { askBackend } from '../services/ask-backend.ts'
import type { TenantService } from '../services/tenant-service.ts'
import type { ProviderConfiguration } from './configuration-values.ts'

/** What an entry of the audit log holds of a provider before and after a change: the parts that differ. */
const Parts = z.object({
  issuer: z.string().nullish(),
  domains: z.array(z.string()).optional(),
  inheritsDomains: z.boolean().optional(),
  config: SamlConfig.partial().optional(),
  spCertificate: z.string().nullish(),
})
const Change = z.object({ before: Parts, after: Parts })

export interface PreviousConfiguration extends ProviderConfiguration {
  readonly replaced: Pick<AuditEvent, 'at' | 'actorKind' | 'actorId'>
  readonly hasSameKey: boolean
}

const PAGE = 100

/** Before the newest change of more than the switch that enables it, as the audit log has it. */
export async function previousConfiguration(
  tenant: Pick<TenantService, 'access'>,
  provider: ProviderDetail,
): Promise<PreviousConfiguration | undefined> {
  let cursor: string | undefined
  do {
    const query = { action: 'sso.provider.changed', subject: provider.id, limit: PAGE, ...(cursor && { cursor }) }
    const page = await askBackend(tenant, listAuditEvents, { query })
    for (const event of page.events) {
      const change = Change.safeParse(event.details)
      if (change.success && isOfConfiguration(change.data.before)) return before(provider, change.data, event)
    }
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return undefined
}

const isOfConfiguration = ({ issuer, domains, config }: z.infer<typeof Parts>) =>
  (issuer ?? domains ?? config) !== undefined

function before(
  provider: ProviderDetail,
  { before: parts }: z.infer<typeof Change>,
  { at, actorKind, actorId }: AuditEvent,
): PreviousConfiguration {
  const { issuer, domains, inheritsDomains, config, spCertificate } = parts
  return {
    issuer: issuer ?? provider.issuer,
    // With none of its own it has those that the organisation allows.
    domains: inheritsDomains === true ? [] : (domains ?? provider.domains),
    config: config ?? SamlConfig.parse(provider.config),
    replaced: { at, actorKind, actorId },
    hasSameKey: spCertificate === undefined,
  }
}
