import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import type { Delivery } from './delivery.ts'
import type { World } from './world.ts'

type Build = (world: World) => Delivery | Promise<Delivery>

/** A token with one broken property. It must be refused, name that property as root cause and give no identity. */
export interface Attack {
  readonly id: string
  /** Of the table of threats. */
  readonly row: string
  readonly name: string
  readonly build: Build
  /** The same without the broken property: accepted, which proves that nothing else is wrong. */
  readonly control: Build
  readonly causes: readonly FaultCode[]
  readonly verdict: Verdict
  /** What strict refuses and interop lets pass with a warning is attacked in strict alone. */
  readonly modes: readonly JudgingMode[]
}

interface Case {
  readonly name: string
  readonly build: Build
  readonly control?: Build
  readonly cause: FaultCode | readonly FaultCode[]
  readonly verdict?: Verdict
  readonly modes?: readonly JudgingMode[]
}

/** @param control of every case that brings none */
export const attacks = (row: string, control: Build, cases: Readonly<Record<string, Case>>): Attack[] =>
  Object.entries(cases).map(([id, each]) => ({
    id: `${row.toLowerCase()}-${id}`,
    row,
    name: each.name,
    build: each.build,
    control: each.control ?? control,
    causes: [each.cause].flat(),
    verdict: each.verdict ?? 'rejected',
    modes: each.modes ?? ['interop', 'strict'],
  }))

export const strictOnly: readonly JudgingMode[] = ['strict']
