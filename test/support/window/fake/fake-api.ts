import type { appIpc } from '#shared/ipc/app.ts'
import { type ClaimcheckBridge, contract } from '#shared/ipc/contract.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { deriveBridge } from './derive-bridge.ts'
import {
  fakeApiKeys,
  fakeAudit,
  fakeDomains,
  fakeMembers,
  fakeOrganisation,
  fakeOutbox,
  fakeSessions,
  fakeSetupLink,
  fakeSignInPolicy,
} from './fake-admin.ts'
import { fakePracticeIdp, fakePublication, fakeTenant } from './fake-backend.ts'
import { fakeConnections } from './fake-connections.ts'
import { fakeIdentityProvider } from './fake-identity-provider.ts'
import { fakeInspector } from './fake-inspector.ts'
import { fakeOpenid } from './fake-openid.ts'
import { fakeServiceProvider } from './fake-service-provider.ts'
import { fakeTestLogin } from './fake-test-login.ts'
import { put, type World } from './world.ts'

/** The window's bridge over a world in memory. */
export const fakeBridge = (world: World): ClaimcheckBridge =>
  deriveBridge(contract, (tell) => ({
    app: fakeApp(world),
    connections: fakeConnections(world, tell),
    identityProvider: fakeIdentityProvider(world, tell),
    serviceProvider: fakeServiceProvider(world, tell),
    openid: fakeOpenid(world, tell),
    testLogin: fakeTestLogin(world, tell),
    publication: fakePublication(world),
    practiceIdp: fakePracticeIdp(world),
    tenant: fakeTenant(world),
    organisation: fakeOrganisation(world),
    members: fakeMembers(world),
    domains: fakeDomains(world),
    signInPolicy: fakeSignInPolicy(world),
    sessions: fakeSessions(world),
    apiKeys: fakeApiKeys(world),
    audit: fakeAudit(world),
    outbox: fakeOutbox(world),
    setupLink: fakeSetupLink(world),
    inspector: fakeInspector(),
    evidence: { saveReport: async () => ['report.html', 'report.json'] },
  }))

const fakeApp = (world: World): FeatureHandlers<typeof appIpc> => ({
  info: async () => world.info,
  unlockSecrets: async ({ passphrase }) => {
    if (passphrase.startsWith('wrong')) throw new InputRefused('secrets.wrong-passphrase', 'passphrase')
    return put(world, 'info', { ...world.info, secrets: 'passphrase-unlocked' })
  },
  replaceLostSecrets: async () => put(world, 'info', { ...world.info, secrets: 'passphrase-unset' }),
  colorScheme: async () => world.colorScheme,
  setColorScheme: async ({ colorScheme }) => put(world, 'colorScheme', colorScheme),
  copy: async () => undefined,
})
