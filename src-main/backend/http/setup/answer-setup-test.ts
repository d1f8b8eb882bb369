import type { FastifyReply } from 'fastify'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { PostedResponse } from '../../login/accept-response.ts'
import { judgeSetupTest } from '../../setup-links/judge-setup-test.ts'
import { noConnectionPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import { setupNotAskedPage } from '../pages/setup/end-pages.ts'
import { verdictPage } from '../pages/setup/verdict-page.ts'
import type { Site } from '../site.ts'

/** What reached the ACS of a connection that nobody may sign in with: a setup link's test, or nothing of ours. */
export async function answerSetupTest(
  reply: FastifyReply,
  { installation }: Site,
  connection: ConnectionId,
  posted: PostedResponse,
): Promise<FastifyReply> {
  const result = await judgeSetupTest(installation, connection, posted, installation.clock())
  if (result === undefined) return sendPage(reply, 404, noConnectionPage)
  if (result.kind === 'not-asked') return sendPage(reply, 403, setupNotAskedPage)
  return sendPage(reply, 200, verdictPage(result))
}
