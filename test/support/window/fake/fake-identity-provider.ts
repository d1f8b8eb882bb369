import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { identityProviderIpc } from '#shared/ipc/identity-provider.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'
import { practiceIdentityProvider, rolledIdentityProvider } from '../samples/connections.ts'
import { federation, trustedSignature } from '../samples/federation.ts'
import type { Tell } from './derive-bridge.ts'
import { change, type World } from './world.ts'

/** What the fake refuses, by what the address contains. */
const refusedAddresses: readonly (readonly [part: string, code: ProblemCode])[] = [
  ['missing', 'fetch.not-found'],
  ['login', 'metadata.html'],
  ['loop', 'fetch.redirects'],
  ['nowhere', 'fetch.unresolvable'],
]

export const fakeIdentityProvider = (world: World, tell: Tell): FeatureHandlers<typeof identityProviderIpc> => ({
  loadUrl: async ({ connectionId, url }) => {
    if (!URL.canParse(url)) throw new InputRefused('fetch.not-a-url', 'url')
    const refused = refusedAddresses.find(([part]) => url.includes(part))
    if (refused) throw new InputRefused(refused[1], 'url')
    const load = url.includes('rolled') ? rolledIdentityProvider : practiceIdentityProvider
    const identityProvider = load({ source: { kind: 'url', url }, loadedAt: now() })
    return change(world, connectionId, { identityProvider })
  },
  loadDocument: async ({ connectionId, source, name, bytes }) => {
    const field = source === 'paste' ? 'metadata' : 'file'
    const text = new TextDecoder().decode(bytes)
    if (text.trim() === '') throw new InputRefused('metadata.empty', field)
    if (bytes.includes(0)) throw new InputRefused('metadata.binary', field)
    if (text.includes('EntitiesDescriptor')) throw new InputRefused('metadata.aggregate', field)
    if (text.includes('PRIVATE KEY')) throw new InputRefused('metadata.private-key', field)
    if (!text.includes('EntityDescriptor')) throw new InputRefused('metadata.not-metadata', field)
    const from = source === 'paste' ? ({ kind: 'paste' } as const) : ({ kind: 'file', name } as const)
    return change(world, connectionId, {
      identityProvider: practiceIdentityProvider({ source: from, loadedAt: now() }),
    })
  },
  openAggregate: async () => {
    for (const share of [1, 2, 3, 4])
      tell('identityProvider', 'aggregateProgress', {
        step: 'entities',
        bytes: share * 1e6,
        entities: share * 1500,
        invalid: 0,
      })
    return federation()
  },
  openAggregateFile: async () => federation(),
  verifyAggregate: async ({ certificates }) => {
    if (certificates.includes('PRIVATE KEY')) throw new InputRefused('certificate.private-key', 'certificate')
    return trustedSignature()
  },
  closeAggregate: async () => undefined,
  loadFromAggregate: async ({ connectionId, source }) =>
    change(world, connectionId, { identityProvider: practiceIdentityProvider({ source, loadedAt: now() }) }),
  enterByHand: async ({ connectionId, entityId, ssoUrl, binding, certificate, signOutUrl }) => {
    if (!URL.canParse(ssoUrl)) throw new InputRefused('connection.url-refused', 'ssoUrl')
    if (certificate.includes('PRIVATE KEY')) throw new InputRefused('certificate.private-key', 'certificate')
    if (certificate.trim() === '') throw new InputRefused('certificate.empty', 'certificate')
    const identityProvider = practiceIdentityProvider({
      source: { kind: 'manual' },
      entityId,
      singleSignOn: { binding, url: ssoUrl },
      signOutUrl: signOutUrl === '' ? null : signOutUrl,
      metadataXml: null,
      loadedAt: now(),
    })
    return change(world, connectionId, { identityProvider })
  },
})

const now = () => new Date().toISOString()
