import { configurationDigest } from '../connections/configuration.ts'
import type { Connection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'

/** Whether a test login of exactly this configuration was accepted (B61). */
export async function isTested(
  { stores, ...host }: Pick<Tenant, 'id' | 'stores' | 'publicUrl'>,
  connection: Connection,
): Promise<boolean> {
  const digest = configurationDigest(connection, host)
  return digest !== null && (await stores.receipts.hasAccepted(connection.id, digest))
}
