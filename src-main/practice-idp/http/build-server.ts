import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import type { OpenidSide } from '../openid/openid-side.ts'
import { problemPage } from '../pages/problem-page.ts'
import { pageProblems } from '../pages/problem-texts.ts'
import { answerError } from './answer-error.ts'
import { guardRequest } from './guard-request.ts'
import { addHomeRoutes } from './home-routes.ts'
import { addLoginRoutes } from './login-routes.ts'
import { addLogoutRoutes } from './logout-routes.ts'
import { addOpenidRoutes } from './openid-routes.ts'
import { addSamlRoutes } from './saml-routes.ts'
import { sendPage } from './send-page.ts'

const UPLOAD_LIMIT = 2_097_152
const FILES = ['multipart/form-data', 'application/xml', 'text/xml', 'application/samlmetadata+xml']

/** @param tenants beside it, each at its own path */
export async function buildServer(
  idp: IdentityProviderState,
  openid: OpenidSide,
  tenants: readonly IdentityProviderState[],
): Promise<FastifyInstance> {
  const server = Fastify({ bodyLimit: UPLOAD_LIMIT, forceCloseConnections: true, requestTimeout: 30_000 })
  await server.register(cookie)
  await server.register(formbody)
  server.addContentTypeParser(FILES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.addHook('onRequest', guardRequest(idp))
  server.setErrorHandler(answerError(idp))
  server.setNotFoundHandler((_request, reply) => sendPage(idp, reply, 404, problemPage(pageProblems[404])))
  addHomeRoutes(server, idp, openid)
  for (const tenant of tenants) server.register(tenantRoutes(tenant), { prefix: tenant.profile.path })
  addSamlRoutes(server, idp)
  addLoginRoutes(server, idp)
  addLogoutRoutes(server, idp)
  addOpenidRoutes(server, idp, openid)
  return server
}

const tenantRoutes = (tenant: IdentityProviderState) => async (server: FastifyInstance) => {
  addHomeRoutes(server, tenant, undefined)
  addSamlRoutes(server, tenant)
  addLoginRoutes(server, tenant)
  addLogoutRoutes(server, tenant)
}
