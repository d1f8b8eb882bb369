import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SsoDemand } from '../../policy/sso-demand.ts'
import { singleSignOnPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'

/** To the letter as clients of the API expect it (S27). */
export const SSO_REQUIRED = 'SSO is required for this workspace. Please sign in via your identity provider.'

/** A page for people, the same as JSON for programs. */
export function answerSsoRequired(request: FastifyRequest, reply: FastifyReply, { ssoRedirectUrl }: SsoDemand) {
  if (wantsJson(request)) return reply.code(403).send({ error: SSO_REQUIRED, ssoRedirectUrl })
  return sendPage(reply, 403, singleSignOnPage(ssoRedirectUrl))
}

const wantsJson = ({ headers }: FastifyRequest) =>
  (headers.accept ?? '').includes('application/json') || (headers['content-type'] ?? '').startsWith('application/json')
