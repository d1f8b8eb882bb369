import { configurationDigest } from '../connections/configuration.ts'
import type { Connection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { Refused } from '../refusals/refused.ts'
import type { PolicyRecord } from '../storage/stores/policy.ts'

/**
 * Only what was tested goes live, where the organisation's policy says so (B61).
 * @throws {Refused} `receipt.missing`
 */
export async function requireTested(
  { stores, ...host }: Pick<Tenant, 'id' | 'stores' | 'publicUrl'>,
  connection: Connection,
  { requireTestReceipt }: Pick<PolicyRecord, 'requireTestReceipt'>,
): Promise<void> {
  if (!requireTestReceipt) return
  const digest = configurationDigest(connection, host)
  const tested = digest !== null && (await stores.receipts.hasAccepted(connection.id, digest))
  if (!tested) throw new Refused('receipt.missing')
}
