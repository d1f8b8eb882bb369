import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import type { FastifyError, FastifyInstance } from 'fastify'
import { refusals } from '#shared/http-api/refusal.ts'
import { asRefused, logFailure } from '../answer-refusal.ts'
import { serveOpenidCallback } from '../openid/serve-callback.ts'
import { serveOpenidLogout } from '../openid/serve-logout.ts'
import { serveOpenidStart } from '../openid/serve-start.ts'
import { messagePage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import { limitOptions } from '../rate-limits.ts'
import { serveAcs } from '../saml/serve-acs.ts'
import { serveLogout } from '../saml/serve-logout.ts'
import { serveMetadata } from '../saml/serve-metadata.ts'
import { serveStart } from '../saml/serve-start.ts'
import { serveSetup } from '../setup/serve-setup.ts'
import type { Site } from '../site.ts'
import { serveAccount } from './serve-account.ts'
import { serveFinish } from './serve-finish.ts'
import { serveInvitation } from './serve-invitation.ts'
import { serveLink } from './serve-link.ts'
import { serveNewAccount } from './serve-new-account.ts'
import { servePassword } from './serve-password.ts'
import { serveSession } from './serve-session.ts'
import { serveSignIn } from './serve-sign-in.ts'

/** Base64 of the largest response, with room for the form around it. */
const BODY_LIMIT = 2_000_000

/** The login door: pages and forms for people, cookies, its own limits. It knows no API key. */
export async function pagesDoor(server: FastifyInstance, site: Site): Promise<void> {
  server.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refused = asRefused(error)
    if (refused === undefined || refused.error === 'storage_unavailable') logFailure(site, error, request)
    const status = refusals[refused?.error ?? 'internal']
    const says = refused?.message ?? `The server failed. Try again; if it fails again, give this number: ${request.id}`
    return sendPage(reply, status, messagePage({ title: titles[status] ?? 'This did not work', says: [says], action }))
  })
  await server.register(cookie)
  await server.register(formbody, { bodyLimit: BODY_LIMIT })
  await server.register(rateLimit, { ...limitOptions, max: site.limits.signIn })
  serveSignIn(server, site)
  servePassword(server, site)
  serveLink(server, site)
  serveInvitation(server, site)
  serveFinish(server, site)
  serveNewAccount(server, site)
  serveSession(server, site)
  serveAccount(server, site)
  serveMetadata(server, site)
  serveSetup(server, site)
  serveStart(server, site)
  serveAcs(server, site)
  serveLogout(server, site)
  serveOpenidStart(server, site)
  serveOpenidCallback(server, site)
  serveOpenidLogout(server, site)
}

const action = { label: 'Go to the sign-in page', href: '/sign-in' }

const titles: Readonly<Record<number, string>> = {
  400: 'This request is not complete',
  403: 'This request was refused',
  404: 'There is nothing here',
  429: 'Too many attempts',
}
