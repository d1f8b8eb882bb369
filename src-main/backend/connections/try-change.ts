import type { TriedChange } from '#shared/http-api/change-trial.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { isTested } from '../receipts/is-tested.ts'
import { applyChange } from './apply-change.ts'
import { configurationDigest } from './configuration.ts'
import type { Connection } from './connection.ts'
import { completeConfigOf } from './present-provider.ts'
import { requireProvider } from './read-providers.ts'

/** The provider as a change would make it. Nothing is stored: sign-ins go on as they are. @throws {Refused} */
export async function tryChange(
  { tenant, now }: AdminContext,
  id: ConnectionId,
  change: TriedChange,
): Promise<Connection> {
  const before = await requireProvider(tenant.stores, id)
  return applyChange(tenant.stores, before, change, { tenant, now })
}

/** @throws {Refused} */
export async function previewChange(context: AdminContext, id: ConnectionId, change: TriedChange) {
  const { tenant } = context
  const changed = await tryChange(context, id, change)
  return {
    preview: {
      issuer: changed.issuer ?? '',
      domains: [...changed.domains],
      config: completeConfigOf(changed),
      configurationSha256: configurationDigest(changed, tenant) ?? '',
      tested: await isTested(tenant, changed),
    },
  }
}
