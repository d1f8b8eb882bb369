import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { serviceProviderIpc } from '#shared/ipc/service-provider.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { aServiceProvider } from '#test/support/model/a-connection.ts'
import { sideOf } from '../samples/runs.ts'
import type { Tell } from './derive-bridge.ts'
import { change, connectionIn, type World } from './world.ts'

export const fakeServiceProvider = (world: World, tell: Tell): FeatureHandlers<typeof serviceProviderIpc> => ({
  generate: async ({ connectionId, entityId, acsUrl, signOutUrl }) => {
    if (world.info.secrets === 'passphrase-locked') throw new InputRefused('secrets.locked')
    if (world.info.secrets === 'passphrase-unset') throw new InputRefused('secrets.unset')
    if (entityId.trim() === '') throw new InputRefused('connection.entity-id-empty', 'entityId')
    if (!URL.canParse(acsUrl)) throw new InputRefused('connection.url-refused', 'acsUrl')
    const serviceProvider = aServiceProvider({ entityId, acsUrl, signOutUrl: signOutUrl === '' ? null : signOutUrl })
    return change(world, connectionId, { serviceProvider })
  },
  saveMetadata: async () => null,
  registerAtPracticeIdp: async ({ connectionId, target }) => {
    if (world.practiceIdp.state !== 'running') throw new InputRefused('practice-idp.not-running')
    const { entityId } = sideOf(connectionIn(world, connectionId), target)
    const serviceProviders = [...new Set([...world.practiceIdp.serviceProviders, entityId])]
    world.practiceIdp = { ...world.practiceIdp, serviceProviders }
    tell('practiceIdp', 'changed', world.practiceIdp)
    return { entityId }
  },
})
