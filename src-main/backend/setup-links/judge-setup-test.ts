import type { ConnectionId } from '#shared/model/ids.ts'
import { findConnectionIn } from '../connections/connection.ts'
import { type Installation, openTenant } from '../installation.ts'
import type { PostedResponse } from '../login/accept-response.ts'
import { testable } from '../login-tests/find-testable.ts'
import { type JudgedLoginTest, judgeFlow } from '../login-tests/judge-login-test.ts'
import { Refused } from '../refusals/refused.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import { setupOf } from './open-setup.ts'

export type SetupTestResult =
  | (JudgedLoginTest & { readonly kind: 'judged'; readonly organisation: string })
  /** The draft is being set up, and RelayState names no test that waits. */
  | { readonly kind: 'not-asked' }

/**
 * A response that arrived at the ACS of a draft. Nobody signs in through a draft: under an open setup link it is judged as a
 * sign-in would be, and its verdict kept. No session, no user (B40, B50).
 * @returns undefined where no setup link is open for this connection
 * @throws {Refused}
 */
export async function judgeSetupTest(
  installation: Installation,
  id: ConnectionId,
  { samlResponse, relayState }: PostedResponse,
  now: Date,
): Promise<SetupTestResult | undefined> {
  const organisationId = await installation.directory.tenantOfConnection(id)
  if (organisationId === undefined) return undefined
  const tenant = openTenant(installation, organisationId)
  const link = await tenant.stores.setupLinks.unsettledOf(id)
  if (link === undefined || (await findConnectionIn(tenant.stores, id, 'draft')) === undefined) return undefined
  const { draft, context, organisation } = await setupOf(tenant, link, now)
  const flow =
    relayState === undefined ? undefined : await tenant.stores.loginFlows.byRelayState(tokenSha256(relayState))
  const waits = flow?.purpose === 'setup-test' && flow.connectionId === id && flow.expiresAt > now.toISOString()
  if (flow === undefined || !waits) return { kind: 'not-asked' }
  if (flow.consumedAt !== null) throw new Refused('login-test.judged')
  return tenant.stores.inTransaction(async (stores) => {
    const inTransaction = { ...context, tenant: { ...tenant, stores } }
    const judged = await judgeFlow(inTransaction, testable(tenant, draft), flow, {
      samlResponse,
      relayState: relayState ?? null,
    })
    const { verdict } = judged.judgement
    await stores.setupLinks.change(link.id, { lastVerdict: verdict, lastTestAt: now.toISOString() })
    return { kind: 'judged', organisation, ...judged }
  })
}
