import type { TriedChange } from '#shared/http-api/change-trial.ts'
import type { LoginTest } from '#shared/http-api/login-test.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import type { Connection } from '../connections/connection.ts'
import { tryChange } from '../connections/try-change.ts'
import type { Tenant } from '../installation.ts'
import { beginLogin } from '../login/begin-login.ts'
import { beginOpenidLogin } from '../openid/begin-openid-login.ts'
import { findTestable, type Testable, testable } from './find-testable.ts'
import { orRefuse } from './or-refuse.ts'

/** The request is the one a sign-in would send; its flow is marked as a test and no session can come of it. @throws {Refused} */
export const startLoginTest = async (context: AdminContext, id: ConnectionId): Promise<LoginTest> =>
  startTestOf(context, await findTestable(context.tenant, id))

/** Of the provider as a change would make it. @throws {Refused} */
export async function startChangeTest(context: AdminContext, id: ConnectionId, change: TriedChange) {
  const tried = testable(context.tenant, await tryChange(context, id, change))
  return { test: await startTestOf(context, tried), configurationSha256: tried.configurationSha256 }
}

async function startTestOf(
  { tenant, now }: AdminContext,
  { connection, configurationSha256 }: Testable,
): Promise<LoginTest> {
  const beginning = { purpose: 'test', browserSha256: null, configurationSha256 } as const
  if (connection.type === 'oidc') return startOpenidTest(tenant, connection, beginning, now)
  const { flowId, request, start, acsUrl, expiresAt } = await beginLogin(tenant, connection, beginning, now)
  return { id: flowId, start, request, acsUrl, expiresAt: expiresAt.toISOString() }
}

/** @throws {Refused} with what is wrong at the provider */
async function startOpenidTest(
  tenant: Tenant,
  connection: Connection,
  beginning: { readonly purpose: 'test'; readonly browserSha256: null; readonly configurationSha256: string },
  now: Date,
): Promise<LoginTest> {
  const begun = await orRefuse(() => beginOpenidLogin(tenant, connection, beginning, now))
  const { flowId, url, redirectUri, expiresAt } = begun
  return {
    id: flowId,
    start: { url, form: null },
    request: null,
    acsUrl: redirectUri,
    expiresAt: expiresAt.toISOString(),
  }
}
