import type { Solicitation } from '#main/checks/response-context.ts'
import type { Connection } from '../connections/connection.ts'
import { samlConfigOf } from '../connections/saml-config.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import type { LoginFlow } from '../storage/stores/login-flows.ts'
import type { Stores } from '../storage/stores.ts'

export type FoundFlow =
  | { readonly kind: 'flow'; readonly flow: LoginFlow }
  /** Nobody here asked, and the connection lets the identity provider begin. */
  | { readonly kind: 'idp-initiated' }
  | { readonly kind: 'none' }

/** By the handle alone, never by what the message says of itself; of this connection, waiting, in time. */
export async function findFlow(
  stores: Stores,
  connection: Connection,
  relayState: string | undefined,
  now: Date,
): Promise<FoundFlow> {
  const flow = relayState === undefined ? undefined : await stores.loginFlows.byRelayState(tokenSha256(relayState))
  if (flow !== undefined) {
    const waits = flow.consumedAt === null && flow.expiresAt > now.toISOString()
    const fits = flow.connectionId === connection.id && flow.purpose === 'sign-in'
    return waits && fits ? { kind: 'flow', flow } : { kind: 'none' }
  }
  return samlConfigOf(connection).allowIdpInitiated === true ? { kind: 'idp-initiated' } : { kind: 'none' }
}

/** What a response to it has to answer, and when that was asked: an answer dated earlier shows a clock that is behind. */
export const requestedBy = ({ requestId, createdAt }: LoginFlow): Solicitation => ({
  kind: 'requested',
  requestId,
  sentAt: new Date(createdAt),
})
