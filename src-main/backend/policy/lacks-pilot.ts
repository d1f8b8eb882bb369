import type { AdminContext } from '../admin-context.ts'
import type { Connection } from '../connections/connection.ts'
import { Refused } from '../refusals/refused.ts'
import type { PolicyRecord } from '../storage/stores/policy.ts'
import type { Stores } from '../storage/stores.ts'

/**
 * That someone other than the administrator has signed in for real since the connection was changed last (S28). The first API
 * key is nobody's: whoever holds it is taken for an owner.
 */
export async function lacksPilot(
  stores: Stores,
  { id, configuredAt }: Connection,
  { requirePilot }: Pick<PolicyRecord, 'requirePilot'>,
  { person }: Pick<AdminContext, 'person'>,
): Promise<Refused | undefined> {
  if (!requirePilot) return undefined
  const administrators = person === null ? (await stores.users.owners()).map((owner) => owner.id) : [person]
  const piloted = await stores.signInAttempts.hasPilot(id, configuredAt, administrators)
  return piloted ? undefined : new Refused('pilot.missing')
}
