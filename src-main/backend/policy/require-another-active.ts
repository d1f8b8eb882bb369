import type { ConnectionId } from '#shared/model/ids.ts'
import { Refused } from '../refusals/refused.ts'
import type { PolicyRecord } from '../storage/stores/policy.ts'
import type { Stores } from '../storage/stores.ts'

/** While sign-on is enforced nobody may take the last way in away. @throws {Refused} `provider.last-while-enforced` */
export async function requireAnotherActive(
  stores: Stores,
  leaving: ConnectionId,
  { ssoEnforced }: Pick<PolicyRecord, 'ssoEnforced'>,
): Promise<void> {
  if (!ssoEnforced) return
  const published = await stores.connections.list('published')
  if (!published.some(({ id, enabled }) => enabled && id !== leaving)) throw new Refused('provider.last-while-enforced')
}
