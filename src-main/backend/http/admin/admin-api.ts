import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { answerRefusal } from '../answer-refusal.ts'
import { describeApi } from '../api-document/describe-api.ts'
import { serveApiDocument } from '../api-document/serve-document.ts'
import { authenticate } from '../authenticate.ts'
import { limitOptions } from '../rate-limits.ts'
import type { Site } from '../site.ts'
import { byApiKey } from './by-api-key.ts'
import { serveDrafts } from './drafts.ts'
import { serveGoogle } from './google.ts'
import { serveLoginTests } from './login-tests.ts'
import { serveOrganisation } from './organisation.ts'
import { servePeople } from './people.ts'
import { serveProviders } from './providers.ts'
import { serveRecords } from './records.ts'
import { serveSetupLink } from './setup-link.ts'

/** The management door: JSON, Bearer keys, its own limits. It knows no cookie. */
export async function adminApi(server: FastifyInstance, site: Site): Promise<void> {
  server.setErrorHandler(answerRefusal(site))
  await describeApi(server)
  await server.register((routes) => routesOfAdminApi(routes, site))
  await server.register(async (open) => {
    await open.register(rateLimit, { ...limitOptions, max: site.limits.signIn })
    serveApiDocument(open, site)
  })
}

async function routesOfAdminApi(server: FastifyInstance, site: Site): Promise<void> {
  await server.register(rateLimit, { ...limitOptions, max: site.limits.api, keyGenerator: byApiKey })
  authenticate(server, site)
  serveProviders(server)
  serveGoogle(server)
  serveDrafts(server)
  serveSetupLink(server)
  serveLoginTests(server)
  serveOrganisation(server)
  servePeople(server, site)
  serveRecords(server)
}
