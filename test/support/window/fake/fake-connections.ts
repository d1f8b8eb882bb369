import type { connectionsIpc } from '#shared/ipc/connections.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { aConnection } from '#test/support/model/a-connection.ts'
import { connectionId } from '#test/support/model/a-test-run.ts'
import type { Tell } from './derive-bridge.ts'
import { change, connectionIn, type World } from './world.ts'

export const fakeConnections = (world: World, tell: Tell): FeatureHandlers<typeof connectionsIpc> => ({
  list: async () => world.connections,
  get: async ({ id }) => connectionIn(world, id),
  create: async ({ intake }) => {
    const now = new Date().toISOString()
    const made = aConnection({
      id: connectionId(100 + world.connections.length),
      intake,
      createdAt: now,
      updatedAt: now,
    })
    world.connections.push(made)
    tell('connections', 'changed', made)
    return made
  },
  changeIntake: async ({ id, intake }) => change(world, id, { intake }),
  changeMapping: async ({ id, mapping }) => change(world, id, { mapping }),
  changePolicy: async ({ id, policy }) => change(world, id, { policy }),
  remove: async ({ id }) => {
    world.bin.push(connectionIn(world, id))
    world.connections = world.connections.filter((connection) => connection.id !== id)
    tell('connections', 'removed', { id })
    return undefined
  },
  restore: async ({ id }) => {
    const kept = world.bin.find((connection) => connection.id === id)
    if (kept === undefined) throw new InputRefused('connection.not-in-bin')
    world.connections.push(kept)
    tell('connections', 'changed', kept)
    return kept
  },
})
