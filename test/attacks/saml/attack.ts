import type { CheckCode, FaultCode } from '#shared/findings/catalogue.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import type { Delivery } from './delivery.ts'
import type { World } from './world.ts'

/** A message with one broken property. It must be refused, name that property as root cause and give no identity. */
export interface Attack {
  readonly id: string
  /** Of the table of threats. */
  readonly row: string
  readonly name: string
  build(world: World): Delivery
  /** The same without the broken property: accepted, which proves that nothing else is wrong. */
  control(world: World): Delivery
  readonly expects: {
    readonly verdict: Verdict
    readonly rootCauses: readonly FaultCode[]
    /** What holds all the same: that the forged signature, say, is a good one. */
    readonly passes: readonly CheckCode[]
    /** What is not even tried. */
    readonly untried: readonly CheckCode[]
  }
  /** What strict refuses and interop lets pass with a warning is attacked in strict alone. */
  readonly modes: readonly JudgingMode[]
}

type Build = (world: World) => Delivery

interface Case {
  readonly name: string
  readonly build: Build
  readonly control?: Build
  readonly cause: FaultCode | readonly FaultCode[]
  readonly verdict?: Verdict
  readonly passes?: readonly CheckCode[]
  readonly untried?: readonly CheckCode[]
  readonly modes?: readonly JudgingMode[]
}

/** @param control of every case that brings none */
export function attacks(row: string, control: Build, cases: Readonly<Record<string, Case>>): Attack[] {
  return Object.entries(cases).map(([id, each]) => ({
    id: `${row.toLowerCase()}-${id}`,
    row,
    name: each.name,
    build: each.build,
    control: each.control ?? control,
    expects: {
      verdict: each.verdict ?? 'rejected',
      rootCauses: [each.cause].flat(),
      passes: each.passes ?? [],
      untried: each.untried ?? [],
    },
    modes: each.modes ?? ['interop', 'strict'],
  }))
}

export const strictOnly: readonly JudgingMode[] = ['strict']
