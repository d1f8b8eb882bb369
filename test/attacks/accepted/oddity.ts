import type { JudgingMode } from '#shared/model/policy.ts'
import type { Delivery } from '../saml/delivery.ts'
import type { World } from '../saml/world.ts'

/** A message that looks odd and is honest: it must be accepted, and read right. */
export interface Oddity {
  readonly id: string
  readonly name: string
  build(world: World): Delivery
  /** Part of the identity it must give. */
  readonly identity: object
  readonly modes: readonly JudgingMode[]
}

interface Case {
  readonly build: (world: World) => Delivery
  readonly identity?: object
  readonly modes?: readonly JudgingMode[]
}

export const oddities = (group: string, cases: Readonly<Record<string, Case>>): Oddity[] =>
  Object.entries(cases).map(([name, { build, identity, modes }]) => ({
    id: `${group}: ${name}`,
    name,
    build,
    identity: identity ?? { nameId: 'ada@example.com', profile: { email: 'ada@example.com' } },
    modes: modes ?? ['interop', 'strict'],
  }))
