import { apiKeysIpc } from './api-keys.ts'
import { appIpc } from './app.ts'
import { auditIpc } from './audit.ts'
import { connectionsIpc } from './connections.ts'
import type { Bridge, WindowApi } from './declare.ts'
import { domainsIpc } from './domains.ts'
import { evidenceIpc } from './evidence.ts'
import { identityProviderIpc } from './identity-provider.ts'
import { inspectorIpc } from './inspector.ts'
import { membersIpc } from './members.ts'
import { openidIpc } from './openid.ts'
import { organisationIpc } from './organisation.ts'
import { outboxIpc } from './outbox.ts'
import { practiceIdpIpc } from './practice-idp.ts'
import { publicationIpc } from './publication.ts'
import { serviceProviderIpc } from './service-provider.ts'
import { sessionsIpc } from './sessions.ts'
import { setupLinkIpc } from './setup-link.ts'
import { signInPolicyIpc } from './sign-in-policy.ts'
import { tenantIpc } from './tenant.ts'
import { testLoginIpc } from './test-login.ts'

/** Everything windows and main say to each other. Handlers, the window's API and test fakes are derived from it. */
export const contract = {
  app: appIpc,
  connections: connectionsIpc,
  identityProvider: identityProviderIpc,
  serviceProvider: serviceProviderIpc,
  openid: openidIpc,
  testLogin: testLoginIpc,
  publication: publicationIpc,
  practiceIdp: practiceIdpIpc,
  tenant: tenantIpc,
  organisation: organisationIpc,
  members: membersIpc,
  domains: domainsIpc,
  signInPolicy: signInPolicyIpc,
  sessions: sessionsIpc,
  apiKeys: apiKeysIpc,
  audit: auditIpc,
  outbox: outboxIpc,
  setupLink: setupLinkIpc,
  evidence: evidenceIpc,
  inspector: inspectorIpc,
}

export type ClaimcheckApi = WindowApi<typeof contract>
export type ClaimcheckBridge = Bridge<typeof contract>
