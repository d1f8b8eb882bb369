import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ProviderId } from '#shared/model/provider-id.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { handOutOf } from '../../connections/hand-out.ts'
import { samlConfigOf } from '../../connections/saml-config.ts'
import { isTested } from '../../receipts/is-tested.ts'
import { Refused } from '../../refusals/refused.ts'
import { beginSetupTest } from '../../setup-links/begin-setup-test.ts'
import { chooseProvider } from '../../setup-links/choose-provider.ts'
import { completeSetup } from '../../setup-links/complete-setup.ts'
import { type GivenMetadata, loadMetadata } from '../../setup-links/load-metadata.ts'
import { openSetup, type Setup } from '../../setup-links/open-setup.ts'
import { SETUP_PATH } from '../../setup-links/setup-address.ts'
import { setSetupCookie, setupToken } from '../cookies.ts'
import { sendPage } from '../pages/page.ts'
import { postToProviderPage } from '../pages/post-to-provider-page.ts'
import { setupDonePage, setupElsewherePage, setupGonePage } from '../pages/setup/end-pages.ts'
import { metadataStepPage, metadataVerdictPage } from '../pages/setup/metadata-step-page.ts'
import { providerStepPage } from '../pages/setup/provider-step-page.ts'
import { SETUP_SCRIPT_PATH, type SetupFrame } from '../pages/setup/setup-page.ts'
import { setupScript } from '../pages/setup/setup-script.ts'
import { testStepPage } from '../pages/setup/test-step-page.ts'
import { valuesStepPage } from '../pages/setup/values-step-page.ts'
import { SETUP_RETURN_PATH } from '../pages/setup/verdict-page.ts'
import { atPublicAddress } from '../sign-in/at-public-address.ts'
import { Token } from '../sign-in/token.ts'
import type { Site } from '../site.ts'

const params = z.object({ token: Token })
const ProviderForm = z.object({ provider: ProviderId })
const MetadataForm = z.object({ url: z.string().max(2_000).default(''), text: z.string().default('') })

/**
 * The wizard behind a setup link. Its token is in every address and opens one draft: no page has another key, so a form
 * that comes without it finds nothing.
 */
export function serveSetup(server: FastifyInstance, site: Site): void {
  const { installation } = site
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const at = (step: string) => `${SETUP_PATH}/:token/${step}`
  const shown = { schema: { params }, onRequest: atPublicAddress(site) }
  const sent = <Body extends z.ZodType>(body: Body) => ({ schema: { params, body } })

  typed.get(SETUP_SCRIPT_PATH, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(setupScript),
  )
  typed.get(SETUP_RETURN_PATH, async (request, reply) => {
    const token = setupToken(request, site)
    return token === undefined ? sendPage(reply, 404, setupElsewherePage) : reply.redirect(`${baseOf(token)}/test`, 303)
  })
  typed.get(`${SETUP_PATH}/:token`, shown, async ({ params: { token } }, reply) =>
    reply.redirect(`${baseOf(token)}/provider`, 303),
  )

  typed.get(at('provider'), shown, async (request, reply) =>
    withSetup(request, reply, async (setup, frame) => {
      const { domains } = setup.draft
      const { provider: chosen, expiresAt } = setup.link
      return sendPage(reply, 200, providerStepPage({ ...frame, chosen, domains, expiresAt }))
    }),
  )
  typed.post(at('provider'), sent(ProviderForm), async (request, reply) =>
    withSetup(request, reply, async (setup, { base }) => {
      await chooseProvider(setup, request.body.provider)
      return reply.redirect(`${base}/values`, 303)
    }),
  )

  typed.get(at('values'), shown, async (request, reply) =>
    withChosen(request, reply, async ({ tenant, draft }, frame) => {
      const handOut = handOutOf(draft, tenant)
      if (handOut === null) throw new TypeError('a SAML draft has its key from the start')
      return sendPage(reply, 200, valuesStepPage({ ...frame, handOut }))
    }),
  )

  typed.get(at('metadata'), shown, async (request, reply) =>
    withChosen(request, reply, async ({ draft }, frame) =>
      sendPage(reply, 200, metadataStepPage({ ...frame, entityId: samlConfigOf(draft).idpEntityId })),
    ),
  )
  typed.post(at('metadata'), sent(MetadataForm), async (request, reply) =>
    withChosen(request, reply, async (setup, frame) => {
      const { url, text } = request.body
      const given: GivenMetadata = text.trim() === '' ? { kind: 'url', url } : { kind: 'paste', text }
      try {
        return sendPage(reply, 200, metadataVerdictPage(frame, await loadMetadata(setup, given)))
      } catch (error) {
        if (!(error instanceof InputRefused)) throw error
        const entityId = samlConfigOf(setup.draft).idpEntityId
        const page = metadataStepPage({ ...frame, entityId, typed: { url, text }, problem: error.problem })
        return sendPage(reply, 400, page)
      }
    }),
  )

  typed.get(at('test'), shown, async (request, reply) =>
    withChosen(request, reply, async ({ tenant, draft, link }, frame) => {
      const { lastVerdict: verdict, lastTestAt: testedAt } = link
      const page = testStepPage({
        ...frame,
        entityId: samlConfigOf(draft).idpEntityId,
        lastTest: verdict === null || testedAt === null ? undefined : { verdict, at: testedAt },
        isTested: await isTested(tenant, draft),
        address: `${tenant.publicUrl}${frame.base}/test`,
      })
      return sendPage(reply, 200, page)
    }),
  )
  typed.post(at('test'), { schema: { params } }, async (request, reply) =>
    withChosen(request, reply, async (setup) => {
      const { token } = request.params
      setSetupCookie(reply, site, token, new Date(setup.link.expiresAt))
      const start = await beginSetupTest(setup)
      if (start.form === null) return reply.redirect(start.url, 303)
      return sendPage(reply, 200, postToProviderPage(start.url, start.form))
    }),
  )

  typed.post(at('finish'), { schema: { params } }, async (request, reply) =>
    withSetup(request, reply, async (setup) => {
      const done = await completeSetup(setup)
      return sendPage(reply, 200, setupDonePage({ organisation: setup.organisation, ...done }))
    }),
  )

  type Asked = FastifyRequest<{ Params: { token: string } }>

  async function withSetup(
    request: Pick<Asked, 'params'>,
    reply: FastifyReply,
    answer: (setup: Setup, frame: SetupFrame) => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    const { token } = request.params
    try {
      const setup = await openSetup(installation, token, installation.clock())
      const { organisation, link } = setup
      return await answer(setup, { base: baseOf(token), organisation, isChosen: link.provider !== null })
    } catch (error) {
      if (error instanceof Refused && error.code === 'setup-link.gone') return sendPage(reply, 410, setupGonePage)
      throw error
    }
  }

  /** The steps behind the first begin with it. */
  const withChosen = (
    request: Pick<Asked, 'params'>,
    reply: FastifyReply,
    answer: (setup: Setup, frame: SetupFrame & { readonly provider: ProviderId }) => Promise<FastifyReply>,
  ) =>
    withSetup(request, reply, async (setup, frame) => {
      const { provider } = setup.link
      return provider === null ? reply.redirect(`${frame.base}/provider`, 303) : answer(setup, { ...frame, provider })
    })
}

const baseOf = (token: string) => `${SETUP_PATH}/${token}`
