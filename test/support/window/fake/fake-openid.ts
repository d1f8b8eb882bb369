import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { openidIpc } from '#shared/ipc/openid.ts'
import { isRedirectUri } from '#shared/model/redirect-uri.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { anOpenidClient, practiceOpenidProvider } from '../samples/openid.ts'
import type { Tell } from './derive-bridge.ts'
import { change, connectionIn, type World } from './world.ts'

export const fakeOpenid = (world: World, tell: Tell): FeatureHandlers<typeof openidIpc> => ({
  loadUrl: async ({ connectionId, url }) => {
    if (!URL.canParse(url)) throw new InputRefused('fetch.not-a-url', 'url')
    if (url.includes('missing')) throw new InputRefused('fetch.not-found', 'url')
    const openidProvider = practiceOpenidProvider({ source: { kind: 'url', url }, loadedAt: now() })
    return change(world, connectionId, { openidProvider })
  },
  loadDocument: async ({ connectionId, source, name, bytes }) => {
    if (bytes.length === 0) throw new InputRefused('openid.empty', source)
    const from = source === 'paste' ? ({ kind: 'paste' } as const) : ({ kind: 'file', name } as const)
    return change(world, connectionId, {
      openidProvider: practiceOpenidProvider({ source: from, loadedAt: now() }),
    })
  },
  setClient: async ({ connectionId, client }) => {
    if (client.clientId.trim() === '') throw new InputRefused('openid.client-id-empty', 'clientId')
    if (!isRedirectUri(client.redirectUri)) throw new InputRefused('openid.redirect-refused', 'redirectUri')
    const { clientId, authentication, redirectUri, tenants, emailTrust } = client
    const openidClient = anOpenidClient({
      ...{ clientId, authentication, redirectUri, tenants, emailTrust },
      hasSecret: client.clientSecret !== '' || connectionIn(world, connectionId).openidClient?.hasSecret === true,
      changedAt: now(),
    })
    return change(world, connectionId, { openidClient })
  },
  registerAtPracticeIdp: async ({ connectionId, redirectUri }) => {
    if (world.practiceIdp.state !== 'running') throw new InputRefused('practice-idp.not-running')
    const openidClient = connectionIn(world, connectionId).openidClient ?? anOpenidClient({ redirectUri })
    const { openid } = world.practiceIdp
    const clients = [...new Set([...openid.clients, openidClient.clientId])]
    world.practiceIdp = { ...world.practiceIdp, openid: { ...openid, clients } }
    tell('practiceIdp', 'changed', world.practiceIdp)
    return change(world, connectionId, { openidClient })
  },
})

const now = () => new Date().toISOString()
