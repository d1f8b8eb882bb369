import type { LoginStart } from '#shared/http-api/login-test.ts'
import { beginLogin } from '../login/begin-login.ts'
import { testable } from '../login-tests/find-testable.ts'
import type { Setup } from './open-setup.ts'

/** The request a sign-in would send. Its answer comes to the ACS itself, in whichever browser, and is judged there. @throws {Refused} */
export async function beginSetupTest({ tenant, draft, context }: Setup): Promise<LoginStart> {
  const { connection, configurationSha256 } = testable(tenant, draft)
  const beginning = { purpose: 'setup-test', browserSha256: null, configurationSha256 } as const
  return (await beginLogin(tenant, connection, beginning, context.now)).start
}
