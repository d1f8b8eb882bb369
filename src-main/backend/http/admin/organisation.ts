import type { FastifyInstance } from 'fastify'
import * as enforcement from '#shared/http-api/enforcement.ts'
import * as licence from '#shared/http-api/licence.ts'
import * as organisation from '#shared/http-api/organisation.ts'
import * as outage from '#shared/http-api/outage-window.ts'
import * as policy from '#shared/http-api/policy.ts'
import { changeOrganisation, readOrganisation } from '../../organisations/manage-organisation.ts'
import { putLicence, readLicenceState } from '../../organisations/put-licence.ts'
import { readEnforcement, setEnforcement } from '../../policy/enforcement.ts'
import { changePolicy, readPolicy } from '../../policy/manage-policy.ts'
import { closeOutageWindow, openOutageWindow, readOutageWindow } from '../../policy/outage-window.ts'
import { simulateEnforcement } from '../../policy/simulate-enforcement.ts'
import { serveRoute } from '../serve-route.ts'

/** The organisation and what it decides. */
export function serveOrganisation(server: FastifyInstance): void {
  serveRoute(server, organisation.getOrganisation, (context) => readOrganisation(context))
  serveRoute(server, organisation.changeOrganisation, (context, { body }) => changeOrganisation(context, body))
  serveRoute(server, licence.getLicence, (context) => readLicenceState(context))
  serveRoute(server, licence.putLicence, (context, { body }) => putLicence(context, body.licence))
  serveRoute(server, policy.getPolicy, (context) => readPolicy(context))
  serveRoute(server, policy.changePolicy, (context, { body }) => changePolicy(context, body))
  serveRoute(server, enforcement.getEnforcement, (context) => readEnforcement(context))
  serveRoute(server, enforcement.setEnforcement, (context, { body }) => setEnforcement(context, body))
  serveRoute(server, enforcement.simulateEnforcement, (context) => simulateEnforcement(context))
  serveRoute(server, outage.getOutageWindow, async ({ tenant, now }) => ({
    outageWindow: await readOutageWindow(tenant.stores, now),
  }))
  serveRoute(server, outage.openOutageWindow, (context, { body }) => openOutageWindow(context, body))
  serveRoute(server, outage.closeOutageWindow, (context) => closeOutageWindow(context))
}
