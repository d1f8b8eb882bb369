import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { BINDING_POST, BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import { metadataPage } from '../pages/metadata-page.ts'
import { beginOwnLogin } from '../requests/begin-own-login.ts'
import type { LoginRequest } from '../requests/login-request.ts'
import { type OpenedMessage, openPost, openRedirect } from '../requests/open-message.ts'
import { receiveRequest } from '../requests/receive-request.ts'
import { RequestRefused } from '../requests/request-refused.ts'
import { nameIdFormats } from '../responses/name-person.ts'
import { sendPage } from './send-page.ts'

/** Each member once: two of a kind could be read as either. */
const PostedRequest = z.object({ SAMLRequest: z.string().optional(), RelayState: z.string().max(10_000).optional() })
const OwnLogin = z.object({ sp: z.string(), RelayState: z.string().max(10_000).optional() })

/** What applications and their administrators use. */
export function addSamlRoutes(server: FastifyInstance, idp: IdentityProviderState): void {
  const begin = (reply: FastifyReply, login: LoginRequest) => {
    const id = idp.secret()
    idp.logins.keep(id, login)
    idp.onEvent({ kind: 'request-received', serviceProvider: login.serviceProvider })
    return reply.redirect(`${idp.profile.path}/login/${id}`, 303)
  }
  const receive = (message: OpenedMessage) =>
    receiveRequest(message, {
      destination: idp.singleSignOnUrl,
      nameIdFormat: idp.profile.nameIdFormat,
      find: (entityId) => idp.serviceProviders.get(entityId),
    })

  const sendMetadata = async (reply: FastifyReply) =>
    reply.header('content-type', 'application/samlmetadata+xml; charset=utf-8').send(await metadataOf(idp))

  server.get('/metadata', async (_request, reply) => {
    const faults = idp.activeFaults
    if (faults.some(({ metadata }) => metadata === 'silent')) await idp.wait(SILENCE_MS)
    if (faults.some(({ metadata }) => metadata === 'web-page'))
      return sendPage(idp, reply, 200, metadataPage(`${idp.profile.path}/metadata.xml`))
    return sendMetadata(reply)
  })
  /** The same to download, whatever the address above does. */
  server.get('/metadata.xml', (_request, reply) => sendMetadata(reply))
  server.get('/certificate.pem', async (_request, reply) => {
    const { certificate } = await idp.currentSigning()
    return reply.header('content-type', 'application/x-pem-file').send(certificate.summary.pem)
  })
  server.get('/sso', (request, reply) => {
    const query = request.raw.url?.split('?').slice(1).join('?') ?? ''
    return begin(reply, receive(openRedirect(query)))
  })
  server.post('/sso', (request, reply) => {
    const form = PostedRequest.safeParse(request.body ?? {})
    if (!form.success) throw new RequestRefused('message-garbled', { problem: 'a field is there twice' })
    return begin(reply, receive(openPost(form.data)))
  })
  server.get('/idp-initiated', (request, reply) => {
    const asked = OwnLogin.safeParse(request.query)
    if (!asked.success) throw new RequestRefused('issuer-missing')
    return begin(reply, beginOwnLogin(idp, asked.data.sp, asked.data.RelayState ?? null))
  })
}

/** Longer than anybody waits. */
const SILENCE_MS = 60_000

const metadataOf = async (idp: IdentityProviderState) =>
  writeIdentityProviderMetadata({
    entityId: idp.spokenEntityId,
    singleSignOnServices: [BINDING_REDIRECT, BINDING_POST].map((binding) => ({
      binding,
      location: idp.singleSignOnUrl,
    })),
    singleLogoutServices: [BINDING_REDIRECT, BINDING_POST].map((binding) => ({
      binding,
      location: idp.singleLogoutUrl,
    })),
    signingCertificates: [(await idp.publishedSigning()).certificate.x509.raw.toString('base64')],
    wantAuthnRequestsSigned: false,
    nameIdFormats,
  })
