import { beforeAll, describe, expect, test } from 'vitest'
import { judgeLogin } from '#main/checks/judge-response.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import { catalogue } from './catalogue.ts'
import type { Delivery } from './delivery.ts'
import { makeWorld, type World } from './world.ts'

/** Of processor time: on a busy machine the clock on the wall says nothing. */
const MOST_MILLISECONDS = 1_000

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

function judge({ message, context }: Delivery, mode: JudgingMode) {
  const before = process.cpuUsage()
  const judged = judgeLogin(message, { ...context, policy: { ...context.policy, mode } })
  const { user, system } = process.cpuUsage(before)
  return { ...judged, milliseconds: (user + system) / 1_000 }
}

describe.each(catalogue.map((attack) => [attack.id, attack] as const))('%s', (_id, attack) => {
  test.each(attack.modes)(`${attack.name} (%s)`, (mode) => {
    const { judgement, accepted, milliseconds } = judge(attack.build(world), mode)
    const rootCauses = judgement.findings.filter(({ rootCause }) => rootCause).map(({ code }) => code)
    expect({ verdict: judgement.verdict, rootCauses }).toEqual({
      verdict: attack.expects.verdict,
      rootCauses: attack.expects.rootCauses,
    })
    expect(judgement.identity).toBeNull()
    expect(accepted).toBeNull()
    const codes = (wanted: Severity) =>
      judgement.findings.filter(({ severity }) => severity === wanted).map(({ code }) => code)
    expect(codes('passed')).toEqual(expect.arrayContaining([...attack.expects.passes]))
    expect(codes('not-verified')).toEqual(expect.arrayContaining([...attack.expects.untried]))
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS)
  })

  test.each(attack.modes)('but for that it is sound (%s)', (mode) => {
    const { judgement, accepted } = judge(attack.control(world), mode)
    const errors = judgement.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    expect({ verdict: judgement.verdict, errors }).toEqual({ verdict: 'accepted', errors: [] })
    expect(accepted?.identity.nameId).toBe('ada@example.com')
  })
})

test('every row of the table of threats that concerns a response has its cases', () => {
  const numbered = (letter: string, last: number, first = 1) =>
    Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`)
  // B1 and G2 concern the carriers, MD the metadata: they are walked beside this catalogue.
  const rows = [
    ...numbered('S', 15),
    ...numbered('C', 3),
    ...numbered('D', 2),
    ...numbered('P', 9),
    ...numbered('K', 4),
    'T2',
    'F1',
    'G1',
    'G3',
  ]
  expect([...new Set(catalogue.map(({ row }) => row))].sort()).toEqual(rows.sort())
})

test('every case has an id of its own', () => {
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
})
