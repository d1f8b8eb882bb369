import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AttemptId, type ConnectionId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import { issuerNames } from '#shared/providers/issuer-names.ts'
import { oidcSettings } from '../../connections/oidc-config.ts'
import type { RefusalReason } from '../../login/accept-result.ts'
import { recordRefusal } from '../../openid/accept-callback.ts'
import { beginOpenidLogin } from '../../openid/begin-openid-login.ts'
import { ProviderUnusable } from '../../openid/provider-unusable.ts'
import { tokenSha256 } from '../../secrets/tokens.ts'
import { keepBrowserToken } from '../cookies.ts'
import { INITIATE_PATH } from '../guard-origin.ts'
import { noConnectionPage, refusedLoginPage } from '../pages/message-page.ts'
import { sendPage } from '../pages/page.ts'
import { type FoundConnection, findActiveConnection } from '../saml/find-active-connection.ts'
import { atPublicAddress } from '../sign-in/at-public-address.ts'
import type { Site } from '../site.ts'
import { ConnectionParams } from './connection-params.ts'

/** What the provider's own page brings (OpenID Connect Core §4). Where it wants us to go on to counts for nothing: we end at home. */
const Initiation = z.object({ iss: z.string().max(1_024), login_hint: z.string().max(1_024).optional() })

/** A sign-in by OpenID Connect begins here, bound to this browser, whoever wanted it. */
export function serveOpenidStart(server: FastifyInstance, site: Site): void {
  const { installation } = site
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const onRequest = atPublicAddress(site)

  typed.get('/openid/:id/start', { schema: { params: ConnectionParams }, onRequest }, async (request, reply) => {
    const found = await findActiveConnection(installation, request.params.id, 'oidc')
    return found === undefined ? sendPage(reply, 404, noConnectionPage) : begin(request, reply, found)
  })

  const asked = { params: ConnectionParams, querystring: Initiation }
  typed.get(INITIATE_PATH, { schema: asked, onRequest }, async (request, reply) =>
    initiate(request, reply, request.params.id, request.query),
  )
  const posted = { params: ConnectionParams, body: Initiation }
  typed.post(INITIATE_PATH, { schema: posted, onRequest }, async (request, reply) =>
    initiate(request, reply, request.params.id, request.body),
  )

  async function initiate(
    request: FastifyRequest,
    reply: FastifyReply,
    id: ConnectionId,
    { iss, login_hint: loginHint }: z.output<typeof Initiation>,
  ) {
    const found = await findActiveConnection(installation, id, 'oidc')
    if (found === undefined || !oidcSettings(found.connection).allowIdpInitiated) {
      return sendPage(reply, 404, noConnectionPage)
    }
    const isOurs = issuerNames(found.connection.issuer ?? '').includes(iss)
    return isOurs ? begin(request, reply, found, loginHint) : refuse(reply, found, 'initiator-unknown')
  }

  async function begin(request: FastifyRequest, reply: FastifyReply, found: FoundConnection, loginHint?: string) {
    const browserSha256 = tokenSha256(keepBrowserToken(request, reply, site))
    const beginning = { purpose: 'sign-in', browserSha256, configurationSha256: null, loginHint } as const
    try {
      const { url } = await beginOpenidLogin(found.tenant, found.connection, beginning, installation.clock())
      return reply.redirect(url, 302)
    } catch (error) {
      if (error instanceof ProviderUnusable) return refuse(reply, found, `provider-${error.reason}`, error)
      throw error
    }
  }

  async function refuse(
    reply: FastifyReply,
    { tenant, connection }: FoundConnection,
    reason: RefusalReason,
    cause?: ProviderUnusable,
  ) {
    const attemptId = makeId(AttemptId, 'att', tenant.random(ID_BYTES))
    const details = { attempt: attemptId, reason }
    installation.log({ level: 'info', event: 'sign-in.refused', details, cause })
    const codes = cause?.codes ?? []
    await recordRefusal(tenant, connection, { attemptId, flow: undefined, reason, codes, now: installation.clock() })
    return sendPage(reply, cause === undefined ? 403 : 502, refusedLoginPage(reason, attemptId))
  }
}
