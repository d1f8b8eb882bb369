import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { FaultId } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import type { OpenidSide } from '../openid/openid-side.ts'
import { homePage } from '../pages/home-page.ts'
import { PracticeIdpRefused } from '../practice-idp-refused.ts'
import { profileTable } from '../profiles/profile-table.ts'
import { registerByHand, registerServiceProvider } from '../service-providers/register-service-provider.ts'
import { findSession } from './browser-session.ts'
import { sendPage } from './send-page.ts'

const Shown = z.object({ registered: z.string().optional() })
/** What a console asks for that reads no metadata. */
const ByHand = z.object({
  entity_id: z.string().trim().min(1).max(1_024),
  acs_url: z.url({ protocol: /^https?$/ }).max(2_000),
})
const ChosenFaults = z.object({ fault: z.union([FaultId.transform((id) => [id]), z.array(FaultId)]).default([]) })

/** The identity provider's administration: a page of its own, and the same by script. */
export function addHomeRoutes(
  server: FastifyInstance,
  idp: IdentityProviderState,
  openid: OpenidSide | undefined,
): void {
  server.get('/', async (request, reply) => {
    const registered = Shown.safeParse(request.query).data?.registered ?? ''
    const person = findSession(idp, request)?.person
    const page = homePage({
      entityId: idp.spokenEntityId,
      metadataUrl: idp.metadataUrl,
      singleSignOnUrl: idp.singleSignOnUrl,
      singleLogoutUrl: idp.singleLogoutUrl,
      certificateEnds: (await idp.currentSigning()).certificate.summary.notAfter.slice(0, 10),
      profile: idp.profile.name,
      base: idp.profile.path,
      tenants: openid === undefined ? [] : profileTable,
      openid: openid && { discoveryUrl: openid.discoveryUrl, issuer: openid.issuer, clients: openid.clients },
      people: idp.people,
      serviceProviders: [...idp.serviceProviders.keys()],
      faults: FaultId.options.map((id) => ({ id, text: faultCatalogue[id], active: idp.faults.has(id) })),
      signedInAs: person && `${person.givenName} ${person.familyName}`,
      notice: idp.serviceProviders.has(registered) ? `Registered: ${registered}` : undefined,
    })
    return sendPage(idp, reply, 200, page)
  })

  server.post('/service-providers', async (request, reply) => {
    const byHand = ByHand.safeParse(request.body)
    if (byHand.success) {
      const { entity_id: entityId, acs_url: acsUrl } = byHand.data
      registerByHand(idp, entityId, acsUrl)
      return reply.redirect(`${idp.profile.path}/?registered=${encodeURIComponent(entityId)}`, 303)
    }
    const uploaded = await readUpload(request.body, request.headers['content-type'] ?? '')
    const { entityId } = registerServiceProvider(idp, uploaded.metadata)
    if (!uploaded.byForm) return reply.code(201).send({ entityId })
    return reply.redirect(`${idp.profile.path}/?registered=${encodeURIComponent(entityId)}`, 303)
  })

  server.post('/faults', (request, reply) => {
    idp.setFaults(ChosenFaults.parse(request.body ?? {}).fault)
    return reply.redirect(`${idp.profile.path}/#faults`, 303)
  })
}

async function readUpload(body: unknown, contentType: string): Promise<{ metadata: Uint8Array; byForm: boolean }> {
  if (!(body instanceof Uint8Array)) throw new PracticeIdpRefused('metadata-unreadable', 'no file')
  if (!contentType.startsWith('multipart/form-data')) return { metadata: body, byForm: false }
  const metadata = await readFile(body, contentType)
  if (metadata === undefined) throw new PracticeIdpRefused('metadata-unreadable', 'no file')
  return { metadata, byForm: true }
}

/** Node's own fetch reads multipart forms; anything it cannot read holds no file. */
async function readFile(body: Uint8Array, contentType: string): Promise<Uint8Array | undefined> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined)
  const file = form?.get('metadata')
  return file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : undefined
}
