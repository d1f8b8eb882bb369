import type { Connection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { tokenSha256 } from '../secrets/tokens.ts'

/** @returns whether the browser comes back from a sign-out that began here, for the first time */
export async function takeSignOut({ stores }: Tenant, { id }: Connection, state: string, now: Date): Promise<boolean> {
  const flow = await stores.loginFlows.byRelayState(tokenSha256(state))
  const fits = flow?.connectionId === id && flow.purpose === 'sign-out' && flow.expiresAt > now.toISOString()
  return fits && stores.loginFlows.consume(flow.id, now.toISOString())
}
