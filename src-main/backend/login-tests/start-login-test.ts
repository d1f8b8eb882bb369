import type { LoginTest } from '#shared/http-api/login-test.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { beginLogin } from '../login/begin-login.ts'
import { findTestable } from './find-testable.ts'

/** The request is the one a sign-in would send; its flow is marked as a test and no session can come of it. @throws {Refused} */
export async function startLoginTest({ tenant, now }: AdminContext, id: ConnectionId): Promise<LoginTest> {
  const { connection, configurationSha256 } = await findTestable(tenant, id)
  const beginning = { purpose: 'test', browserSha256: null, configurationSha256 } as const
  const { flowId, request, start, acsUrl, expiresAt } = await beginLogin(tenant, connection, beginning, now)
  return { id: flowId, start, request, acsUrl, expiresAt: expiresAt.toISOString() }
}
