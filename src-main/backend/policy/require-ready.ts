import type { Override } from '#shared/http-api/override.ts'
import type { Connection } from '../connections/connection.ts'
import { unprovenDomain } from '../domains/unproven-domain.ts'
import type { Tenant } from '../installation.ts'
import { isTested } from '../receipts/is-tested.ts'
import { Refused } from '../refusals/refused.ts'
import type { PolicyRecord } from '../storage/stores/policy.ts'

type At = Pick<Tenant, 'id' | 'stores' | 'publicUrl'>

/** What was gone over, for the audit log. */
export interface Overridden {
  readonly reason: string
  readonly lacking: readonly Refused['code'][]
}

/**
 * Only what was tested, on domains that are proven, goes live, where the organisation's policy says so (B61).
 * @throws {Refused} for the first thing that is missing, unless it is overridden with a reason
 */
export async function requireReady(
  at: At,
  connection: Connection,
  policy: PolicyRecord,
  override: Override | undefined,
): Promise<{ overridden?: Overridden }> {
  const lacking: Refused[] = []
  if (policy.requireTestReceipt && !(await isTested(at, connection))) lacking.push(new Refused('receipt.missing'))
  const unproven = await unprovenDomain(at.stores, connection.domains, policy)
  if (unproven !== undefined) lacking.push(new Refused('domain.unverified', { detail: unproven }))
  return settle(lacking, override)
}

/** @throws {Refused} the first, unless there is a reason to go on */
export function settle(lacking: readonly Refused[], override: Override | undefined): { overridden?: Overridden } {
  const [first] = lacking
  if (first === undefined) return {}
  if (override === undefined) throw first
  return { overridden: { reason: override.reason, lacking: lacking.map(({ code }) => code) } }
}
