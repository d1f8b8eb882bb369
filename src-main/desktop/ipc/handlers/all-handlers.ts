import type { contract } from '#shared/ipc/contract.ts'
import type { MainHandlers } from '#shared/ipc/declare.ts'
import { appHandlers } from './app.ts'
import { connectionsHandlers } from './connections.ts'
import { evidenceHandlers } from './evidence.ts'
import type { HandlerContext } from './handler-context.ts'
import { identityProviderHandlers } from './identity-provider.ts'
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
  testLogin: testLogins.handlers,
  publication: publicationHandlers(context),
  practiceIdp: practiceIdpHandlers(context),
  tenant: tenantHandlers(context),
  evidence: evidenceHandlers(context),
})
