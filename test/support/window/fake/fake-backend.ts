import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { practiceIdpIpc } from '#shared/ipc/practice-idp.ts'
import type { publicationIpc } from '#shared/ipc/publication.ts'
import type { tenantIpc } from '#shared/ipc/tenant.ts'
import type { Publication } from '#shared/model/publication.ts'
import type { ConfigurationValues, PublicationComparison } from '#shared/model/publication-comparison.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { aPublication } from '#test/support/model/a-connection.ts'
import { exercise, practiceIdp, tenant } from '../samples/practice.ts'
import { change, connectionIn, put, type World } from './world.ts'

export const fakePracticeIdp = (world: World): FeatureHandlers<typeof practiceIdpIpc> => ({
  status: async () => world.practiceIdp,
  start: async () => put(world, 'practiceIdp', practiceIdp),
  stop: async () => put(world, 'practiceIdp', { state: 'stopped' }),
  setFaults: async ({ faults }) => {
    if (world.practiceIdp.state === 'running') world.practiceIdp = { ...world.practiceIdp, faults }
    return world.practiceIdp
  },
  beginExercise: async () => put(world, 'practiceIdp', { ...practiceIdp, exercise }),
  answerExercise: async ({ guess }) => ({
    status: put(world, 'practiceIdp', practiceIdp),
    fault: 'wrong-recipient',
    guess,
  }),
})

export const fakeTenant = (world: World): FeatureHandlers<typeof tenantIpc> => ({
  status: async () => world.tenant,
  start: async () => put(world, 'tenant', { ...tenant, ...placeOf(world) }),
  stop: async () => put(world, 'tenant', { state: 'stopped', place: world.tenant.place }),
  connect: async ({ url, apiKey }) => {
    if (!URL.canParse(url)) throw new InputRefused('tenant.not-a-url', 'url')
    if (apiKey === '') throw new InputRefused('tenant.key-missing', 'apiKey')
    if (apiKey.startsWith('wrong')) throw new InputRefused('tenant.key-refused', 'apiKey')
    world.tenant = { state: 'stopped', place: { kind: 'remote', url } }
    return put(world, 'tenant', { ...tenant, ...placeOf(world) })
  },
  forgetRemote: async () => put(world, 'tenant', { state: 'stopped', place: { kind: 'here' } }),
  openSignIn: async () => undefined,
})

function placeOf({ tenant: { place } }: World) {
  return place.kind === 'here' ? { place } : { place, url: place.url, signInUrl: `${place.url}/sign-in` }
}

export const fakePublication = (world: World): FeatureHandlers<typeof publicationIpc> => ({
  createDraft: async ({ connectionId }) => {
    if (world.tenant.state !== 'running') throw new InputRefused('tenant.not-running')
    return change(world, connectionId, { publication: aPublication() })
  },
  publish: async ({ connectionId }) => {
    const { publication } = connectionIn(world, connectionId)
    if (publication?.state === 'draft')
      return changePublication(world, connectionId, { state: 'published', publishedAt: new Date().toISOString() })
    const { live, local, isTested } = world.comparison
    if (!isTested) throw new InputRefused('publication.not-tested')
    world.comparison = changed(local, local, live)
    return change(world, connectionId, {})
  },
  compare: async () => world.comparison,
  undo: async ({ connectionId, reason }) => {
    const { previous, live, local } = world.comparison
    if (previous === null) throw new InputRefused('publication.nothing-to-undo')
    if (!previous.isTested && reason === undefined) throw new InputRefused('publication.not-tested')
    world.comparison = changed(previous.values, local, live)
    return change(world, connectionId, {})
  },
  setEnabled: async ({ connectionId, enabled }) =>
    changePublication(world, connectionId, { state: enabled ? 'enabled' : 'published' }),
})

const changed = (
  live: ConfigurationValues,
  local: ConfigurationValues,
  before: ConfigurationValues,
): PublicationComparison => ({
  live,
  local,
  isSame: live === local,
  isTested: true,
  previous: {
    values: before,
    replacedAt: new Date().toISOString(),
    replacedBy: 'own',
    isTested: true,
    canBeRestored: true,
  },
})

function changePublication(world: World, id: Parameters<typeof connectionIn>[1], changes: Partial<Publication>) {
  const { publication } = connectionIn(world, id)
  if (publication === null) throw new InputRefused('publication.no-draft')
  return change(world, id, { publication: { ...publication, ...changes } })
}
