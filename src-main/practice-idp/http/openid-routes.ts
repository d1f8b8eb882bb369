import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ProviderClient } from '#main/oidc/provider/open-provider.ts'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import { OPENID_PATH, type OpenidSide } from '../openid/openid-side.ts'
import { spoilAnswer } from '../openid/spoil-answer.ts'
import { signInPage } from '../pages/sign-in-page.ts'
import { readPerson, withSecondFactor } from '../people/read-person.ts'
import { RequestRefused } from '../requests/request-refused.ts'
import { sendPage } from './send-page.ts'

const RedirectUri = z
  .string()
  .max(2_000)
  .refine((text) => URL.canParse(text) && !text.includes('#'))
const NewClient = z.object({
  redirect_uri: RedirectUri,
  client_id: z
    .string()
    .regex(/^[\x21-\x7e]{1,100}$/)
    .optional(),
  token_endpoint_auth_method: z
    .enum(['client_secret_basic', 'client_secret_post', 'none'])
    .default('client_secret_basic'),
})

/** OpenID Connect beside SAML: the provider's own endpoints, our sign-in page, and clients registered by hand. */
export function addOpenidRoutes(server: FastifyInstance, idp: IdentityProviderState, openid: OpenidSide): void {
  server.register(async (mounted) => {
    // The provider reads the bodies itself.
    mounted.removeAllContentTypeParsers()
    mounted.addContentTypeParser('*', (_request, _body, done) => done(null))
    mounted.all(`${OPENID_PATH}/*`, async (request, reply) => {
      const provider = await openid.open()
      reply.hijack()
      const mountedAs = mountedRequest(request)
      spoilAnswer(idp, openid.keyId, mountedAs.url.split('?')[0] ?? '', reply.raw)
      provider.handle(mountedAs, reply.raw)
    })
  })

  server.get('/oidc-login/:id', async (request, reply) => {
    const { clientId, prompt } = await asked(openid, request, reply.raw)
    if (prompt === 'consent') {
      reply.hijack()
      await (await openid.open()).consent(request.raw, reply.raw)
      return reply
    }
    return sendPage(idp, reply, 200, askingPage(idp, request.url, clientId))
  })

  server.post('/oidc-login/:id', async (request, reply) => {
    const { clientId } = await asked(openid, request, reply.raw)
    const read = readPerson(idp.people, request.body)
    if ('refusedName' in read)
      return sendPage(idp, reply, 401, askingPage(idp, request.url, clientId, read.refusedName))
    idp.onEvent({ kind: 'signed-in', username: read.username })
    const provider = await openid.open()
    reply.hijack()
    await provider.signIn(request.raw, reply.raw, read.username, withSecondFactor(request.body))
    return reply
  })

  server.post('/clients', async (request, reply) => {
    const {
      redirect_uri: redirectUri,
      client_id: wanted,
      token_endpoint_auth_method: authentication,
    } = NewClient.parse(request.body)
    const client: ProviderClient = {
      clientId: wanted ?? `client-${idp.secret().slice(0, 12)}`,
      clientSecret: authentication === 'none' ? undefined : idp.secret(),
      authentication,
      redirectUris: [redirectUri],
    }
    openid.register(client)
    idp.onEvent({ kind: 'service-provider-registered', entityId: client.clientId })
    if (request.headers.accept?.includes('application/json'))
      return reply.code(201).send({ client_id: client.clientId, client_secret: client.clientSecret })
    return reply.redirect('/#clients', 303)
  })
}

/** The browser is redirected to the application after this form. */
const askingPage = (idp: IdentityProviderState, action: string, application: string, refusedName?: string) => ({
  ...signInPage({ action, application, people: idp.people, faults: [], refusedName }),
  leaves: true,
})

/** As it would be had it been mounted there: oidc-provider finds its place by the two addresses. */
function mountedRequest({ raw }: FastifyRequest) {
  const address = raw.url ?? ''
  return Object.assign(raw, { originalUrl: address, url: address.slice(OPENID_PATH.length) })
}

async function asked(
  openid: OpenidSide,
  request: FastifyRequest,
  response: Parameters<Awaited<ReturnType<OpenidSide['open']>>['signInAsked']>[1],
) {
  try {
    return await (await openid.open()).signInAsked(request.raw, response)
  } catch {
    throw new RequestRefused('login-expired')
  }
}
