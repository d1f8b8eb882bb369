import { apiKeyRoutes } from '#shared/ipc/api-keys.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { MainHandlers } from '#shared/ipc/declare.ts'
import { domainRoutes } from '#shared/ipc/domains.ts'
import { memberRoutes } from '#shared/ipc/members.ts'
import { outboxRoutes } from '#shared/ipc/outbox.ts'
import { sessionRoutes } from '#shared/ipc/sessions.ts'
import { setupLinkRoutes } from '#shared/ipc/setup-link.ts'
import { signInPolicyRoutes } from '#shared/ipc/sign-in-policy.ts'
import { adminHandlers } from './admin-handlers.ts'
import { appHandlers } from './app.ts'
import { auditHandlers } from './audit.ts'
import { connectionsHandlers } from './connections.ts'
import { evidenceHandlers } from './evidence.ts'
import type { HandlerContext } from './handler-context.ts'
import { identityProviderHandlers } from './identity-provider.ts'
import { inspectorHandlers } from './inspector.ts'
import { openidHandlers } from './openid.ts'
import { organisationHandlers } from './organisation.ts'
import { practiceIdpHandlers } from './practice-idp.ts'
import { publicationHandlers } from './publication.ts'
import { serviceProviderHandlers } from './service-provider.ts'
import { tenantHandlers } from './tenant.ts'
import type { TestLogins } from './test-login.ts'

/** One handler for every call of the contract: a call without one does not compile. */
export const allHandlers = (context: HandlerContext, testLogins: TestLogins): MainHandlers<typeof contract> => ({
  app: appHandlers(context),
  connections: connectionsHandlers(context, (connectionId) => testLogins.stop(connectionId)),
  identityProvider: identityProviderHandlers(context),
  serviceProvider: serviceProviderHandlers(context),
  openid: openidHandlers(context),
  testLogin: testLogins.handlers,
  publication: publicationHandlers(context),
  practiceIdp: practiceIdpHandlers(context),
  tenant: tenantHandlers(context),
  organisation: organisationHandlers(context),
  members: adminHandlers(context, memberRoutes),
  domains: adminHandlers(context, domainRoutes),
  signInPolicy: adminHandlers(context, signInPolicyRoutes),
  sessions: adminHandlers(context, sessionRoutes),
  apiKeys: adminHandlers(context, apiKeyRoutes),
  audit: auditHandlers(context),
  outbox: adminHandlers(context, outboxRoutes),
  setupLink: adminHandlers(context, setupLinkRoutes),
  evidence: evidenceHandlers(context),
  inspector: inspectorHandlers(context),
})
