import type { FastifyInstance } from 'fastify'
import * as trials from '#shared/http-api/change-trial.ts'
import * as routes from '#shared/http-api/login-test.ts'
import { predictOutcome } from '#shared/http-api/outcome.ts'
import { previewChange } from '../../connections/try-change.ts'
import { askOutcome } from '../../login-tests/ask-outcome.ts'
import { judgeChangeTest, judgeLoginTest } from '../../login-tests/judge-login-test.ts'
import { judgeOpenidChangeTest, judgeOpenidTest } from '../../login-tests/judge-openid-test.ts'
import { startChangeTest, startLoginTest } from '../../login-tests/start-login-test.ts'
import { serveRoute } from '../serve-route.ts'

export function serveLoginTests(server: FastifyInstance): void {
  serveRoute(server, routes.startLoginTest, async (context, { params }) => ({
    test: await startLoginTest(context, params.id),
  }))
  serveRoute(server, predictOutcome, (context, { params, body }) => askOutcome(context, params.id, body))
  serveRoute(server, routes.judgeLoginTest, (context, { params, body }) => judgeLoginTest(context, params, body))
  serveRoute(server, routes.judgeOidcLoginTest, (context, { params, body }) => judgeOpenidTest(context, params, body))
  serveRoute(server, trials.judgeOidcChangeTest, (context, { params, body }) =>
    judgeOpenidChangeTest(context, params, body),
  )
  serveRoute(server, trials.previewChange, (context, { params, body }) => previewChange(context, params.id, body))
  serveRoute(server, trials.startChangeTest, (context, { params, body }) => startChangeTest(context, params.id, body))
  serveRoute(server, trials.judgeChangeTest, (context, { params, body }) => judgeChangeTest(context, params, body))
}
